import type { Draft } from '../../pages/desk/review-props.ts';
import type { Form } from './form.ts';

/** What stands in the editor's form. The script sends every sentence in order; without it the free ones stand first. */
export function draftOf(form: Form): Draft {
  const sentences = form.getAll('sentence').map(oneLine).filter(isSaid);
  const own = form.get('own') ?? '';
  return {
    own,
    taken: form.getAll('take').map((text) => text.replaceAll('\r\n', '\n')), // A form sends every line break as two.
    sentences: form.has('sentence') ? sentences : undefined,
    correction: form.get('correction') ?? '',
  };
}

/** The sentences in the order in which they are to stand. */
export function sentencesOf({ own, taken, sentences }: Draft): string[] {
  return [
    ...(sentences ?? [
      ...own
        .split(/[\r\n]+/u)
        .map(oneLine)
        .filter(isSaid),
      ...taken,
    ]),
  ];
}

/** Whether the form asks for other words than those that it was shown with. */
export function isChanged(form: Form, shown: readonly string[]): boolean {
  const draft = draftOf(form);
  const wanted = sentencesOf(draft);
  if (draft.sentences !== undefined) return JSON.stringify(wanted) !== JSON.stringify(shown);
  // A form without the script cannot order them; one that holds neither field decides without words.
  if (!form.has('own')) return false;
  return wanted.length !== shown.length || wanted.some((sentence) => !shown.includes(sentence));
}

/** Other spaces stay: a sentence of the article is one of it by its very characters. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(isSaid)
    .join(' ');
}

function isSaid(text: string): boolean {
  return text !== '';
}
