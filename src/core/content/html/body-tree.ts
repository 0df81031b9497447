/**
 * The tree of an arranged body. It is a subset of hast (https://github.com/syntax-tree/hast), so that the
 * sanitiser takes it as it is; properties carry hast's names (`colSpan`, `dateTime`).
 */
export interface TextNode {
  type: 'text';
  value: string;
  /** Shown, and left out of the paragraph's words: the author's wish. */
  muted?: boolean;
  /** Something stood before these words on the page that the body does not keep. */
  seam?: 'breaks' | 'joints';
  /** And it stood behind a space. */
  spaced?: boolean;
}

export interface ElementNode {
  type: 'element';
  tagName: string;
  properties: Properties;
  children: BodyNode[];
}

export interface BodyRoot {
  type: 'root';
  children: BodyNode[];
}

export type BodyNode = TextNode | ElementNode;

export type Properties = Record<string, string>;

export function createElement(
  tagName: string,
  properties: Properties,
  children: BodyNode[] = [],
): ElementNode {
  return { type: 'element', tagName, properties, children };
}
