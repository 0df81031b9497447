import type { Paragraph } from './paragraph.ts';

const BLOCK_MAX_LENGTH = 400;
const BLOCKS_MAX_LENGTH = 6_000;
/** Letters and digits in a row that two blocks share, from the start of a word on, before one may be met for the other. */
const SHARED_LENGTH = 10;

/**
 * Those blocks of a page that a browser could take for words of the text: a link has to tell them apart. Cost: linear
 * in both.
 */
export function rivalsOf(blocks: readonly string[], paragraphs: readonly Paragraph[]): string[] {
  if (blocks.length === 0) return [];
  const ours = new Set<string>();
  for (const { text } of paragraphs) for (const window of windowsOf(text)) ours.add(window);
  const rivals = new Set<string>();
  let length = 0;
  for (const block of blocks) {
    const words = block.replace(/\s+/gu, ' ').trim().slice(0, BLOCK_MAX_LENGTH);
    if (rivals.has(words) || length + words.length > BLOCKS_MAX_LENGTH) continue;
    if (!windowsOf(words).some((window) => ours.has(window))) continue;
    rivals.add(words);
    length += words.length;
  }
  return [...rivals];
}

/** Letters and digits in small letters without accents. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function windowsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join('');
  const windows: string[] = [];
  let start = 0;
  for (const word of words) {
    // Scripts without spaces: any letter may begin a word.
    const starts = word.length > SHARED_LENGTH * 2 ? word.length : 1;
    for (let at = start; at < start + starts && at + SHARED_LENGTH <= letters.length; at += 1)
      windows.push(letters.slice(at, at + SHARED_LENGTH));
    start += word.length;
  }
  return windows;
}
