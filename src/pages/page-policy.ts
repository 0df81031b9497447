import { STYLE_SHEET } from './styles.ts';

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
export async function pagePolicy({
  widget = false,
  styles = [],
  scripts = [],
  forms = false,
}: PagePermissions = {}): Promise<string> {
  const scriptSources = [...(widget ? ["'self'"] : []), ...(await Promise.all(scripts.map(sourceHash)))];
  const styleSources = await Promise.all([STYLE_SHEET, ...styles].map(sourceHash));
  return [
    "default-src 'none'",
    `style-src ${styleSources.join(' ')}`,
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
export async function plainPagePolicy(): Promise<string> {
  plainPolicy ??= await pagePolicy();
  return plainPolicy;
}

let widgetPolicy: string | undefined;

/** Policy of our article pages, whose boxes the widget upgrades. Hashing waits for the first page. */
export async function widgetPagePolicy(): Promise<string> {
  widgetPolicy ??= await pagePolicy({ widget: true });
  return widgetPolicy;
}

const encoder = new TextEncoder();

/** Source expression of an inline element (CSP 3, section 2.3.1). By the runtime: a cold isolate would have to compile our own hashing. */
async function sourceHash(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(content));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
