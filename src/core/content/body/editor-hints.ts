import type { Attribute } from '../html/allow-list.ts';

/** What an editor asks of the summary, written into the article's own markup. */
export interface EditorHints {
  skip: boolean;
  pin: boolean;
}

const NO_HINTS: EditorHints = { skip: false, pin: false };

/** Reads `data-standfirst="skip|pin"` and the classes `standfirst-skip`, `standfirst-pin` of one element. */
export function readHints(attributes: readonly Attribute[]): EditorHints {
  let words = '';
  for (const { name, value } of attributes) {
    if (name === 'data-standfirst') words += ` standfirst-${value.trim().toLowerCase()} `;
    else if (name === 'class') words += ` ${value.replace(/\s+/g, ' ')} `;
  }
  if (!words.includes('standfirst-')) return NO_HINTS;
  return { skip: words.includes(' standfirst-skip '), pin: words.includes(' standfirst-pin ') };
}

/** Whether a `meta` element says `<meta name="standfirst" content="off">`. */
export function turnsSummaryOff(attributes: readonly Attribute[]): boolean {
  const value = (wanted: string) =>
    attributes
      .find(({ name }) => name === wanted)
      ?.value.trim()
      .toLowerCase();
  return value('name') === 'standfirst' && value('content') === 'off';
}
