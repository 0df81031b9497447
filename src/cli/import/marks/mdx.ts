import { isAlone, UNKNOWN } from './spans.ts';

const DECLARES = new Set('const let var function class async type interface default'.split(' '));
/** Enough of a block to tell code from prose. */
const HEAD_LENGTH = 200;

/** Whether a block is code at the top level of MDX. Prose that begins with these words has no brace, quote or `from` behind. */
function isStatement(block: string): boolean {
  const [first, second = '', third = '', fourth = ''] = block.trimStart().slice(0, HEAD_LENGTH).split(/\s+/u);
  if (first === 'export') return DECLARES.has(second) || /^[{*]/u.test(second);
  if (first !== 'import') return false;
  return (
    /^['"{*]/u.test(second) ||
    (third === 'from' && /^['"]/u.test(fourth)) ||
    (second.endsWith(',') && /^[{*]/u.test(third))
  );
}

const COMPONENT = /^<\/?[A-Z][\w.]*/u;
const FRAGMENT = /^<\/?>/u;

/** No expression in a text is longer; what seems so is a stray brace. */
const CODE_MAX_LENGTH = 5_000;
/** A text of nothing but openings is given up on after so many times its length. */
const BUDGET_FACTOR = 8;

/** MDX without its code: statements, comments and components go, the words inside components stay. */
export function withoutMdx(markdown: string): string {
  const prose = markdown
    .split(/(\n[ \t]*\n)/u)
    .map((block) => (isStatement(block) ? '' : block))
    .join('');
  return withoutExpressions(prose);
}

/** Takes out `{…}` and tags of components, braces and strings inside them counted. One pass. */
function withoutExpressions(text: string): string {
  let out = '';
  let budget = text.length * BUDGET_FACTOR;
  for (let at = 0; at < text.length; ) {
    const character = text[at];
    const isTag =
      character === '<' && (COMPONENT.test(text.slice(at, at + 60)) || FRAGMENT.test(text.slice(at, at + 3)));
    if (character !== '{' && !isTag) {
      out += character;
      at += 1;
      continue;
    }
    const end = budget > 0 ? endOfCode(text, at) : undefined;
    budget -= (end ?? at + CODE_MAX_LENGTH) - at;
    if (end === undefined) {
      out += character;
      at += 1;
      continue;
    }
    if (!isTag && !/^\{\s*\/\*/u.test(text.slice(at, at + 20)) && !isAlone(text, at, end)) out += UNKNOWN;
    at = end;
  }
  return out;
}

function endOfCode(text: string, start: number): number | undefined {
  const isTag = text[start] === '<';
  let depth = 0;
  let quote = '';
  for (let at = start; at < Math.min(text.length, start + CODE_MAX_LENGTH); at += 1) {
    const character = text[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((depth > 0 || isTag) && /["'`]/u.test(character)) quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0 && !isTag) return at + 1;
    } else if (character === '>' && isTag && depth === 0) return at + 1;
  }
  return undefined;
}
