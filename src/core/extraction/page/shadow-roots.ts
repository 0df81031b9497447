import type { PageElement, PageNode } from './page-tree.ts';
import { templateContent } from './parsed-element.ts';

/**
 * Puts declarative shadow roots in the place where browsers show them (HTML standard, section 4.12.3), with what the
 * host holds in their slots. What no slot takes is not shown, so it goes.
 */
export function openShadowRoots(root: PageElement): void {
  for (const template of root.findAll(isShadowRoot)) {
    const host = template.parentNode;
    if (host === null || host.firstElementChild === null) continue;
    const content = templateContent(template);
    template.remove();
    openShadowRoots(content);
    fillSlots(content, host);
    host.removeChildren();
    while (content.firstChild !== null) host.appendChild(content.firstChild);
  }
}

function isShadowRoot(element: PageElement): boolean {
  return (
    element.localName === 'template' &&
    /^(?:open|closed)$/i.test(element.getAttribute('shadowrootmode') ?? '')
  );
}

/** The first slot of a name takes all that asks for it. */
function fillSlots(content: PageElement, host: PageElement): void {
  const waiting = new Map<string, PageNode[]>();
  for (const node of host.childNodes) {
    const name = 'localName' in node ? (node.getAttribute('slot') ?? '') : '';
    const known = waiting.get(name);
    if (known === undefined) waiting.set(name, [node]);
    else known.push(node);
  }
  for (const slot of content.findAll(({ localName }) => localName === 'slot')) {
    const name = slot.getAttribute('name') ?? '';
    const taken = waiting.get(name);
    if (taken === undefined) continue;
    waiting.delete(name);
    slot.removeChildren();
    for (const node of taken) slot.appendChild(node);
  }
}
