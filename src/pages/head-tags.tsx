import { raw } from 'hono/html';
import { escapeHtml } from '../core/summary-format.ts';

type Attributes = Readonly<Record<string, string>>;

/*
 * Elements of <head>, written out here. The renderer would collect its own `meta`, `link`, `title` and `script` to move
 * and deduplicate them, the dearest step of a page in a profile; ours stand where they belong.
 */

export function Meta(attributes: Attributes) {
  return raw(`<meta${writeAttributes(attributes)}/>`);
}

export function HeadLink(attributes: Attributes) {
  return raw(`<link${writeAttributes(attributes)}/>`);
}

export function Title({ text }: { text: string }) {
  return raw(`<title>${escapeHtml(text)}</title>`);
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}
