/** Item marks of enumerations: "1.", "2)", "a.", "(iii)", "•", "*". */
const LINE_MARKER = /^\s*(?:[•⁃*·▪◦‣–—-]\s|[•⁃]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\)|[.)])[\s)])/u;
const INLINE_MARKER =
  /(?<=^|\s)(?:[•⁃]\s?(?:\d{1,3}[.)])?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\)|\)|\.))(?=\s)/gu;
/** Longest start of a line that a marker may need. */
const MARKER_LENGTH = 12;

export function startsWithMarker(text: string, start: number): boolean {
  return LINE_MARKER.test(text.slice(start, start + MARKER_LENGTH));
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const LETTERS = 1000;
const ROMANS = 2000;

/** Place of a label in its own series; letters and Roman numbers may be either, so both are tried. */
function ordinalsOf(label: string): number[] {
  if (label === '') return [];
  if (/^\d/u.test(label)) return [Number(label)];
  const ordinals = label.length === 1 ? [label.charCodeAt(0) + LETTERS] : [];
  const roman = ROMAN.indexOf(label);
  if (roman >= 0) ordinals.push(roman + ROMANS);
  return ordinals;
}

interface Marker {
  start: number;
  end: number;
  style: string;
  ordinals: number[];
}

function findMarkers(text: string, start: number, end: number): Marker[] {
  return Array.from(text.slice(start, end).matchAll(INLINE_MARKER), (match) => {
    const [mark] = match;
    const bullet = mark.startsWith('•') || mark.startsWith('⁃');
    return {
      start: start + match.index,
      end: start + match.index + mark.length,
      style: bullet ? mark.charAt(0) : mark.replace(/[\da-z]+/u, ''),
      ordinals: bullet ? [] : ordinalsOf(mark.replace(/[^\da-z]+/gu, '')),
    };
  });
}

const follows = (before: Marker | undefined, after: Marker | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.style === after.style &&
  (after.ordinals.length === 0 || after.ordinals.some((ordinal) => before.ordinals.includes(ordinal - 1)));

/**
 * Where items of an enumeration written in one line begin: "1. The first 2. The second". Only marks that count on
 * from one another are taken, so a lone "5." or "a." stays text.
 *
 * @returns Ranges of the marks, as indexes into `text`, in order.
 */
export function findListItems(text: string, start: number, end: number): { start: number; end: number }[] {
  const markers = findMarkers(text, start, end);
  return markers.filter((marker, at) => follows(markers[at - 1], marker) || follows(marker, markers[at + 1]));
}
