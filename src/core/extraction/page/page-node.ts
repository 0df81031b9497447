export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/** What a node has to know of a node beside it. */
export interface Neighbour<Node> {
  nodeType: number;
  nextSibling: Node | null;
  previousSibling: Node | null;
}

export interface Parent<Node> {
  removeChild(node: Node): unknown;
}

/** A place in the tree: its neighbours and the element around it. `page-tree.ts` says what `Node` and `Element` are. */
export abstract class LinkedNode<Element extends Node & Parent<Node>, Node extends Neighbour<Node>> {
  parentNode: Element | null = null;
  nextSibling: Node | null = null;
  previousSibling: Node | null = null;

  get nextElementSibling(): Element | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node as Element | null;
  }

  get previousElementSibling(): Element | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node as Element | null;
  }

  /** Takes the node out of its parent, if it has one. */
  remove(this: Node & LinkedNode<Element, Node>): void {
    this.parentNode?.removeChild(this);
  }
}
