import type { Attribute } from '../html/allow-list.ts';
import type { SeamKind } from './seams.ts';

/**
 * What is known of an element's look on its page: written into bodies by the extraction, which sees the page's styles
 * (`data-standfirst="apart"`, `="initial"`, `="capitals"`, `="elsewhere"`), and read off style and class in what authors send.
 */
export type PageHint = 'apart' | 'initial' | 'capitals' | 'elsewhere';

/** Dropped elements that no reader sees: words on their two sides are one run. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'base basefont bgsound datalist link map meta noframes noscript param script source style template title track'.split(
    ' ',
  ),
);

/** Styles by which an element within words is a box of its own, where a browser's search ends. */
export const BOX_STYLE =
  /(?:^|[;{\s])(?:display\s*:\s*(?:inline-)?(?:block|flex|grid|table)|float\s*:\s*(?:left|right|inline)|position\s*:\s*(?:absolute|fixed)|initial-letter\s*:)/i;
/** Names that themes give to the large first letter of a story, as WordPress does to its paragraph (`has-drop-cap`). */
const INITIAL =
  /(?:^|[-_\s])(?:drop-?caps?|dropped-?cap|first-?letter|initial-?(?:cap|letter)|lettrine)(?:$|[-_\s])/i;

/** The seams that an element within words makes on both of its sides. */
export function seamOf(attributes: readonly Attribute[]): SeamKind | undefined {
  let kind: SeamKind | undefined;
  for (const { name, value } of attributes) {
    if (isHint(name, value, 'apart')) return 'breaks';
    if (name === 'style' && BOX_STYLE.test(value)) return 'breaks';
    if (name === 'class' && INITIAL.test(value)) return 'breaks';
    if (name === 'class' || name === 'style') kind = 'joints';
  }
  return kind;
}

/** Whether the first letter of a paragraph is set apart. */
function hasInitial(attributes: readonly Attribute[]): boolean {
  return attributes.some(
    ({ name, value }) => isHint(name, value, 'initial') || (name === 'class' && INITIAL.test(value)),
  );
}

const CAPITALS_STYLE = /text-transform\s*:\s*uppercase/i;

/** What the page makes of a paragraph's letters. */
export function lookOf(attributes: readonly Attribute[]): 'initial' | 'capitals' | undefined {
  if (hasInitial(attributes)) return 'initial';
  const isCapital = attributes.some(
    ({ name, value }) => isHint(name, value, 'capitals') || (name === 'style' && CAPITALS_STYLE.test(value)),
  );
  return isCapital ? 'capitals' : undefined;
}

/** Whether an element carries words that stand on the page outside the article. */
export function holdsElsewhere(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => isHint(name, value, 'elsewhere'));
}

function isHint(name: string, value: string, hint: PageHint): boolean {
  return name === 'data-standfirst' && value === hint;
}
