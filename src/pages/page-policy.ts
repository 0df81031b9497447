import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { styleSheetHash } from './styles.ts';

/** What a page of ours is allowed beside our own sheet and pictures. */
export interface PagePermissions {
  /** The widget: its files, and the service that it asks. */
  widget?: boolean;
  /** Sheets and scripts that stand in the page. */
  styles?: readonly string[];
  scripts?: readonly string[];
  /** Forms that are sent to ourselves. */
  forms?: boolean;
}

/** Content-Security-Policy of a page: nothing runs that the page does not name. */
export function pagePolicy({
  widget = false,
  styles = [],
  scripts = [],
  forms = false,
}: PagePermissions = {}): string {
  const scriptSources = [...(widget ? ["'self'"] : []), ...scripts.map(sourceHash)];
  return [
    "default-src 'none'",
    `style-src ${[styleSheetHash(), ...styles.map(sourceHash)].join(' ')}`,
    'img-src https: http: data:',
    ...(scriptSources.length === 0 ? [] : [`script-src ${scriptSources.join(' ')}`]),
    ...(widget ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

let plainPolicy: string | undefined;

/** Policy of a page that allows nothing beside our own sheet. */
export function plainPagePolicy(): string {
  plainPolicy ??= pagePolicy();
  return plainPolicy;
}

let widgetPolicy: string | undefined;

/** Policy of our article pages, whose boxes the widget upgrades. Hashing waits for the first page. */
export function widgetPagePolicy(): string {
  widgetPolicy ??= pagePolicy({ widget: true });
  return widgetPolicy;
}

/** Source expression of an inline element (CSP 3, section 2.3.1). */
function sourceHash(content: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(content))))}'`;
}
