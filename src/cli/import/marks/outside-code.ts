/** Fences of code, from their opening line to the closing one or the end. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const BACKTICKS = /`+/gu;

interface Piece {
  text: string;
  isCode: boolean;
}

/**
 * Changes what is no code: marks of a site's generator mean nothing inside fences and code spans, where authors show
 * them. Linear.
 */
export function outsideCode(markdown: string, change: (text: string) => string): string {
  return fencedPieces(markdown)
    .map(({ text, isCode }) => (isCode ? text : outsideSpans(text, change)))
    .join('');
}

function fencedPieces(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  let fence = '';
  let from = 0;
  for (let at = 0; at < markdown.length; ) {
    const lineEnd = markdown.indexOf('\n', at);
    const end = lineEnd === -1 ? markdown.length : lineEnd + 1;
    const mark = FENCE.exec(markdown.slice(at, end))?.[1] ?? '';
    if (fence === '' && mark !== '') {
      pieces.push({ text: markdown.slice(from, at), isCode: false });
      fence = mark;
      from = at;
    } else if (fence !== '' && mark.startsWith(fence) && markdown.slice(at, end).trim() === mark) {
      pieces.push({ text: markdown.slice(from, end), isCode: true });
      fence = '';
      from = end;
    }
    at = end;
  }
  pieces.push({ text: markdown.slice(from), isCode: fence !== '' });
  return pieces;
}

/** Code spans end with as many backticks as they began with, in the same paragraph; others are text. */
function outsideSpans(text: string, change: (text: string) => string): string {
  const kept: string[] = [];
  let out = '';
  let from = 0;
  for (const { start, end } of codeSpans(text)) {
    out += `${text.slice(from, start)}\uE000${kept.length}\uE001`;
    kept.push(text.slice(start, end));
    from = end;
  }
  const changed = change(out + text.slice(from));
  return changed.replace(/\uE000(\d+)\uE001/gu, (_, number: string) => kept[Number(number)] ?? '');
}

function codeSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const openings = new Map<number, number>();
  let blankLine = text.indexOf('\n\n');
  for (const { 0: run, index } of text.matchAll(BACKTICKS)) {
    while (blankLine !== -1 && blankLine < index) {
      openings.clear();
      blankLine = text.indexOf('\n\n', blankLine + 1);
    }
    const start = openings.get(run.length);
    if (start === undefined) openings.set(run.length, index);
    else {
      spans.push({ start, end: index + run.length });
      openings.clear();
    }
  }
  return spans;
}
