import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_IDEOGRAPH, IS_SPACE, IS_WORD } from '../characters/class-flags.ts';
import { markOf, OPENER, QUOTE } from '../characters/mark-kinds.ts';
import type { MarkList } from '../characters/mark-list.ts';
import { lateExpression } from '../memory/late-expression.ts';

/** A quotation longer than this is cut into its sentences after all: a reader cannot use one sentence of a page. */
const LONGEST_QUOTE = 600;
const LONGEST_BRACKET = 400;
/** How far down the stack a closing mark looks for its partner; keeps hostile nesting linear. */
const STACK_SEARCH = 4;
const DEEPEST_STACK = 64;

const PARTNERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  "'": "'",
  '’': '’',
  '`': "`'",
};

/** Ranges `[open, close]` (indexes of the two marks), outermost only, in order. */
export interface QuotedSpans {
  opens: number[];
  closes: number[];
}

interface Place {
  spaceBefore: boolean;
  spaceAfter: boolean;
}

/** Chinese and Japanese marks bring their own space: "他说：“". */
const WIDE_MARKS: ReadonlySet<number> = new Set(Array.from('：，、；', (mark) => mark.charCodeAt(0)));

function placeOf(text: string, index: number, width: number, start: number, end: number): Place {
  const before = index === start ? 32 : text.charCodeAt(index - 1);
  const after = index + width >= end ? 32 : text.charCodeAt(index + width);
  const kindBefore = markOf(before);
  return {
    spaceBefore:
      (flagsOf(before) & (IS_SPACE | IS_IDEOGRAPH)) !== 0 ||
      kindBefore === OPENER ||
      before === 0x2014 ||
      before === 0x2d ||
      WIDE_MARKS.has(before),
    spaceAfter:
      (flagsOf(after) & (IS_SPACE | IS_WORD)) === IS_SPACE ||
      ((flagsOf(after) & IS_WORD) === 0 && markOf(after) !== QUOTE && markOf(after) !== OPENER),
  };
}

/** What an apostrophe cuts off in tokenised text: "Walter 's". */
const CLITIC = lateExpression('^(?:s|t|m|d|re|ve|ll)(?![\\p{L}\\p{N}])', 'u');

/** An apostrophe stands inside a word, before a decade ('80s), or where no quotation could begin or end. */
function isApostrophe(text: string, index: number, place: Place, isOpen: boolean): boolean {
  if (!place.spaceBefore && !place.spaceAfter) return true;
  if (CLITIC().test(text.slice(index + 1, index + 4))) return true;
  if (isOpen) return false;
  if (!place.spaceBefore || place.spaceAfter) return true;
  return (flagsOf(text.charCodeAt(index + 1)) & IS_DIGIT) !== 0;
}

class SpanFinder {
  readonly spans: QuotedSpans = { opens: [], closes: [] };
  readonly #stack: { mark: string; index: number }[] = [];

  #findPartner(mark: string): number {
    const lowest = Math.max(0, this.#stack.length - STACK_SEARCH);
    for (let depth = this.#stack.length - 1; depth >= lowest; depth -= 1) {
      if (PARTNERS[this.#stack[depth]?.mark ?? '']?.includes(mark) === true) return depth;
    }
    return -1;
  }

  #close(depth: number, end: number): void {
    const open = this.#stack[depth];
    this.#stack.length = depth;
    if (open === undefined) return;
    const longest = '([{（［'.includes(open.mark) ? LONGEST_BRACKET : LONGEST_QUOTE;
    if (end - open.index > longest) return;
    const { opens, closes } = this.spans;
    while (opens.length > 0 && (opens.at(-1) ?? 0) > open.index) {
      opens.pop();
      closes.pop();
    }
    opens.push(open.index);
    closes.push(end);
  }

  bracket(mark: string, index: number, opens: boolean): void {
    if (opens) {
      if (this.#stack.length < DEEPEST_STACK) this.#stack.push({ mark, index });
      return;
    }
    const depth = this.#findPartner(mark);
    if (depth >= 0) this.#close(depth, index);
  }

  /**
   * French sets spaces inside its guillemets and often none outside: ".« Les" opens, " »Comme" closes what « opened.
   */
  #looksOpen(mark: string, partner: number, { spaceBefore, spaceAfter }: Place): boolean {
    if (mark === '«' && partner < 0) return spaceBefore || spaceAfter;
    if (mark === '»' && partner >= 0) return false;
    return spaceBefore && !spaceAfter;
  }

  quote(text: string, index: number, mark: string, width: number, place: Place): void {
    const partner = this.#findPartner(mark);
    const single = mark === "'" || mark === '’';
    if (single && isApostrophe(text, index, place, partner >= 0)) return;
    const looksOpen = this.#looksOpen(mark, partner, place);
    if (partner >= 0 && !looksOpen) this.#close(partner, index + width - 1);
    else if (looksOpen && mark !== '’' && this.#stack.length < DEEPEST_STACK) {
      this.#stack.push({ mark, index });
    }
  }
}

/** Finds balanced quotations and brackets within one paragraph; unbalanced marks protect nothing. Linear. */
export function findQuotedSpans(
  text: string,
  start: number,
  end: number,
  marks: MarkList,
  firstMark: number,
): QuotedSpans {
  let finder: SpanFinder | undefined;
  for (let number = firstMark; marks.indexAt(number) < end; number += 1) {
    const kind = marks.kindAt(number);
    if (kind < OPENER || kind > QUOTE) continue;
    finder ??= new SpanFinder();
    const index = marks.indexAt(number);
    if (kind !== QUOTE) {
      finder.bracket(text.charAt(index), index, kind === OPENER);
      continue;
    }
    // Two single marks are one double mark: '' and ``.
    const code = text.charCodeAt(index);
    const width = (code === 39 || code === 96) && text.charCodeAt(index + 1) === code ? 2 : 1;
    const mark = width === 2 ? '"' : text.charAt(index);
    finder.quote(text, index, mark, width, placeOf(text, index, width, start, end));
    if (width === 2) number += 1;
  }
  return finder?.spans ?? NO_SPANS;
}

const NO_SPANS: QuotedSpans = { opens: [], closes: [] };
