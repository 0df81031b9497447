import type { BodyNode, ElementNode } from '../html/body-tree.ts';
import { HOLD_WORDS } from './element-roles.ts';

/**
 * Takes away the paragraphs that were supplied around words where the block can hold the words itself
 * (`<li>words</li>`), and around pictures alone in a figure. A block takes over the number of its paragraph.
 *
 * @param runs - The paragraphs that were supplied; the author's own stay.
 */
export function unwrapRuns(nodes: readonly BodyNode[], runs: ReadonlySet<BodyNode>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    unwrapRuns(node.children, runs);
    if (HOLD_WORDS.has(node.tagName)) unwrapLoneRun(node, runs);
    if (node.tagName === 'figure') {
      node.children = node.children.flatMap((child) =>
        isPictureRun(child, runs) ? child.children : [child],
      );
    }
  }
}

function unwrapLoneRun(node: ElementNode, runs: ReadonlySet<BodyNode>): void {
  const [run, second] = node.children;
  if (run?.type !== 'element' || second !== undefined || !runs.has(run)) return;
  const { id, ...rest } = run.properties;
  if (Object.keys(rest).length > 0) return;
  if (id !== undefined) node.properties = { id, ...node.properties };
  node.children = run.children;
}

function isPictureRun(node: BodyNode, runs: ReadonlySet<BodyNode>): node is ElementNode {
  return runs.has(node) && isWordless(node);
}

function isWordless(node: BodyNode): boolean {
  return node.type === 'element' && node.children.every(isWordless);
}
