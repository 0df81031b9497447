import { foldWords, UNSEEN } from './find-words.ts';
import { isHolder } from './holders.ts';
import { type Element, isElement, isText, type ParentNode } from './scan-page.ts';

/** A box in a tree: the letters of the page before it, and whether it stands among paragraphs. */
export interface Box {
  letters: number;
  isFit: boolean;
}

export interface TreeReading {
  /** Two trees with the same one are the same but for their boxes, and for how text is cut into nodes. */
  signature: number;
  boxes: Box[];
  /** Elements by where their start tags begin in the page. */
  elements: Map<number, Element>;
}

/** Reads a tree once, boxes left out. */
export function readTree(document: ParentNode): TreeReading {
  const reading = {
    signature: FNV_OFFSET,
    boxes: [] as Box[],
    elements: new Map<number, Element>(),
    letters: 0,
  };
  visit(document, reading, true);
  return reading;
}

function visit(parent: ParentNode, reading: TreeReading & { letters: number }, isSeen: boolean): void {
  for (const node of parent.childNodes) {
    if (isText(node)) {
      reading.signature = hash(reading.signature, node.value);
      if (isSeen) reading.letters += foldWords(node.value).length;
    } else if (isElement(node)) {
      if (isBox(node)) {
        reading.boxes.push({ letters: reading.letters, isFit: isHolder(parent) });
        continue;
      }
      const start = node.sourceCodeLocation?.startTag?.startOffset;
      if (start !== undefined) reading.elements.set(start, node);
      reading.signature = hash(reading.signature, `<${node.tagName}>`);
      visit(node, reading, isSeen && !UNSEEN.has(node.tagName));
      reading.signature = hash(reading.signature, '</>');
    }
  }
}

/** Ours are wrapped, and pages with a `<stand-first>` of their own are never searched. */
function isBox({ tagName, childNodes }: Element): boolean {
  return tagName === 'div' && childNodes[0]?.nodeName === 'stand-first';
}

/** FNV-1a, 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hash(seed: number, text: string): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME);
  }
  return value >>> 0;
}
