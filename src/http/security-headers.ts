import { STYLE_SHEET_HASH } from '../pages/styles.ts';

/** Pages run no script and no style but our own sheet; pictures may come from the publisher's hosts. */
const PAGE_CSP = [
  "default-src 'none'",
  `style-src ${STYLE_SHEET_HASH}`,
  'img-src https: http: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Set on every answer, errors included. */
export function addSecurityHeaders(headers: Headers): void {
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
  headers.set('Content-Security-Policy', isPage ? PAGE_CSP : DATA_CSP);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  const isOpen = headers.get('Access-Control-Allow-Origin') === '*';
  headers.set('Cross-Origin-Resource-Policy', isOpen ? 'cross-origin' : 'same-origin');
}
