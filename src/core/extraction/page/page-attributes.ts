import type { Token } from 'parse5';
import { LinkedNode, type Neighbour, type Parent } from './page-node.ts';

/** One attribute; `cloneNode` is what copying it to another element asks for. */
class PageAttribute implements Token.Attribute {
  name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value);
  }
}

/** What stands in an element's tag. */
export abstract class AttributedNode<
  Element extends Node & Parent<Node>,
  Node extends Neighbour<Node>,
> extends LinkedNode<Element, Node> {
  attributes: PageAttribute[];

  constructor(attributes: readonly Token.Attribute[]) {
    super();
    this.attributes = attributes.map(({ name, value }) => new PageAttribute(name, value));
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(value: string) {
    this.setAttribute('src', value);
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  /** The two inline styles that take an element off the screen. */
  get style(): { display: string; visibility: string } {
    const style = this.getAttribute('style') ?? '';
    return { display: declared(style, DISPLAY), visibility: declared(style, VISIBILITY) };
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.some((attribute) => attribute.name === name);
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((attribute) => attribute.name === name);
    if (known === undefined) this.attributes.push(new PageAttribute(name, value));
    else known.value = value;
  }

  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes = this.attributes.filter((attribute) => attribute.name !== name);
  }
}

const DISPLAY = /(?:^|;)\s*display\s*:\s*([\w-]+)/i;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*([\w-]+)/i;

function declared(style: string, property: RegExp): string {
  return style === '' ? '' : (property.exec(style)?.[1] ?? '').toLowerCase();
}
