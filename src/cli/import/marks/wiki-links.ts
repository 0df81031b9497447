import { replaceSpans } from './spans.ts';

const ALERT = /^(>[ \t]*)\[!\w+\][-+]?[^\n]*$/gmu;
/** Marks stand close to the words: "a == b" is no highlight. */
const HIGHLIGHT = /==([^\s=](?:[^=\n]{0,500}[^\s=])?)==/gu;
const BLOCK_ID = /[ \t]\^[\w-]+[ \t]*$/gmu;

/** Marks of notebooks (Obsidian, Logseq, GitHub's alerts): links between notes keep their words, comments and embeds go. */
export function withoutNoteMarks(markdown: string): string {
  let text = replaceSpans(markdown, '%%', '%%', () => '');
  text = replaceSpans(text, '![[', ']]', () => '');
  text = replaceSpans(text, '[[', ']]', wordsOfLink);
  return text.replace(HIGHLIGHT, '$1').replace(BLOCK_ID, '').replace(ALERT, '$1');
}

/** `[[Harbour council#History|the council]]` -> "the council". */
function wordsOfLink(inside: string): string {
  const [page = '', label] = inside.split('|', 2);
  return label ?? page.split('#', 1)[0] ?? '';
}

/** The line that makes a box of a quotation, as GitHub and several sites read it. */
export function withoutAlerts(markdown: string): string {
  return markdown.replace(ALERT, '$1');
}
