import { PAGE_CONTENT_MAX_LENGTH, RAW_PAGE_MAX_BYTES } from '../../../src/core/limits.ts';

/** A page that is one thing over and over. */
export interface HostilePage {
  name: string;
  unit: string;
}

const PROSE =
  'The ferry to the island will sail every hour from Monday, the harbour office said, and more often at weekends. ';

/** What takes the most memory for its bytes, beside an ordinary page. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: 'ordinary paragraphs', unit: `<p class="text">${PROSE.repeat(3)}</p>\n` },
  { name: 'short paragraphs', unit: '<p>twenty letters in it.' },
  { name: 'paragraphs of one letter', unit: '<p>x' },
  { name: 'links', unit: '<a href=x>y</a> ' },
  {
    name: 'links among words',
    unit: '<a href=/ab>twelve letters</a> and words to fill a line of the story ’ ',
  },
  { name: 'formatting never closed', unit: '<i><p>' },
  { name: 'line breaks', unit: 'x<br>' },
  { name: 'comments', unit: '<!-->' },
  { name: 'tables', unit: '<table><tr><td>x<td>x</table>' },
  { name: 'attributes', unit: '<p a=b c=d e=f g=h>' },
  { name: 'list items', unit: '<li>x' },
  { name: 'references', unit: '&amp;' },
  { name: 'templates', unit: '<template><b>x</b></template>' },
  { name: 'bare text', unit: PROSE },
  { name: 'letters of three bytes', unit: '新橋は四月に開く。' },
];

/** The largest page of a kind that is fetched: as much of it as may be said, and a program to the end. */
export function hostilePage({ unit }: HostilePage): Uint8Array {
  const encoder = new TextEncoder();
  const body = unit.repeat((PAGE_CONTENT_MAX_LENGTH - 1_000) / unit.length);
  const page = `<!doctype html><title>The ferry</title><body><article>${body}`;
  const room = Math.floor((RAW_PAGE_MAX_BYTES - encoder.encode(page).length) / 4) - 10;
  return encoder.encode(`<script>${'a=b;'.repeat(Math.max(0, room))}</script>${page}`);
}
