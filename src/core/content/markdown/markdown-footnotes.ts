import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** The notes of one text, kept in the renderer's environment while it is rendered. */
interface Notes {
  /** Markdown of each note by its label; the first of two with one label wins. */
  readonly sources: Map<string, string>;
  /** Numbers by label, in the order of the first references. */
  readonly numbers: Map<string, number>;
}

const NOTES = Symbol('notes');

/**
 * Adds GitHub's footnotes in the simplest safe shape: a number in brackets where a note is referred to, and the notes
 * in a numbered list at the end. There are no links between them, since these would need ids of the author's making.
 * The list stands in an `aside`: notes are kept and never summarised.
 */
export function useFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote', readNote, { alt: ['paragraph', 'reference'] });
  markdown.inline.ruler.before('link', 'footnote', readReference);
  markdown.renderer.rules.footnote = (tokens, index) => `<sup>[${tokens[index]?.content ?? ''}]</sup>`;
}

/** Renders a text and the notes that it refers to; a note that nothing refers to is left out, as GitHub does. */
export function renderWithFootnotes(markdown: MarkdownIt, source: string): string {
  const notes: Notes = { sources: new Map(), numbers: new Map() };
  const env: Env = { [NOTES]: notes };
  const body = markdown.render(source, env);
  let list = '';
  // A note may refer to further notes: a map's iterator meets what is added while it runs.
  for (const label of notes.numbers.keys()) {
    list += `<li>${markdown.render(notes.sources.get(label) ?? '', env)}</li>`;
  }
  return list === '' ? body : `${body}<aside><ol>${list}</ol></aside>`;
}

const DEFINITION = /^\[\^([^\]\s]{1,100})\]:[ \t]*/;

function readNote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const notes = notesOf(state.env);
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (notes === undefined || isIndented(state, startLine) || !state.src.startsWith('[^', start)) return false;
  const line = state.src.slice(start, state.eMarks[startLine]);
  const [marker, label] = DEFINITION.exec(line) ?? [];
  if (marker === undefined || label === undefined) return false;
  if (silent) return true;
  const nextLine = endOfNote(state, startLine, endLine);
  const rest = state.getLines(startLine + 1, nextLine, state.blkIndent + 4, false);
  const name = label.toLowerCase();
  if (!notes.sources.has(name)) notes.sources.set(name, `${line.slice(marker.length)}\n${rest}`);
  state.line = nextLine;
  return true;
}

/** A note goes on with indented lines, and with plain ones until a blank line or another block. */
function endOfNote(state: StateBlock, startLine: number, endLine: number): number {
  const interrupts = state.md.block.ruler.getRules('paragraph');
  const { parentType } = state;
  state.parentType = 'paragraph';
  let end = startLine + 1;
  for (let line = end; line < endLine; line += 1) {
    if (state.isEmpty(line)) continue;
    const goesOn =
      isIndented(state, line) ||
      (line === end &&
        (state.sCount[line] ?? 0) >= state.blkIndent &&
        !interrupts.some((rule) => rule(state, line, endLine, true)));
    if (!goesOn) break;
    end = line + 1;
  }
  state.parentType = parentType;
  return end;
}

function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

const REFERENCE = /\[\^([^\]\s]{1,100})\]/y;

function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const notes = notesOf(state.env);
  const [marker, label] = state.src.startsWith('[^', state.pos) ? (REFERENCE.exec(state.src) ?? []) : [];
  const name = label?.toLowerCase();
  if (marker === undefined || name === undefined || notes?.sources.has(name) !== true) return false;
  if (!silent) {
    const number = notes.numbers.get(name) ?? notes.numbers.size + 1;
    notes.numbers.set(name, number);
    state.push('footnote', '', 0).content = String(number);
  }
  state.pos += marker.length;
  return true;
}

function notesOf(env: Env): Notes | undefined {
  return (env as { [NOTES]?: Notes })[NOTES];
}
