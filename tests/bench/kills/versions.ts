const START = Date.UTC(2020, 0, 1);
const SECOND_MS = 1_000;
const PLACES = ['The harbour', 'The ferry', 'The bridge', 'The market', 'The lighthouse'];
const LETTERS = 'abcdefghij';

/** In letters: an editor's sentence with a number that the text has not would be stale. */
function inLetters(number: number): string {
  return [...String(number)].map((digit) => LETTERS[Number(digit)]).join('');
}

/** What readers see of one version of an article: each member says which one it is of, so that a mixture shows. */
export function versionOf(slug: string, number: number) {
  const name = `${slug} ${inLetters(number)}`;
  return {
    title: `Report ${name}`,
    text: PLACES.map((place) => `${place} opens on Monday, says the ${name} report.`).join('\n\n'),
    description: `What the council says in the ${name} report.`,
    url: `https://news.example/${slug}/${inLetters(number % 3)}`,
    tags: ['common', `of-${inLetters(number)}`],
  };
}

/** As it is sent: later than all before, so it replaces what stands there, whether that was acknowledged or not. */
export function bodyOf(slug: string, number: number) {
  const updatedAt = new Date(START + number * SECOND_MS).toISOString();
  return { ...versionOf(slug, number), access: 'full', updatedAt };
}

export function editorsSentence(number: number): string {
  return `An editor wrote ${inLetters(number)}.`;
}

/** The number of a version, or of an editor's sentence. @returns NaN where the text is none of ours. */
export function numberIn(text: string): number {
  const letters = /([a-j]+)\.?$/u.exec(text)?.[1] ?? '?';
  return Number([...letters].map((letter) => LETTERS.indexOf(letter)).join(''));
}
