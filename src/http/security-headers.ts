import { pagePolicy } from '../pages/page-policy.ts';

/** Pages run no script and no style but our own sheet, unless their route allows more. */
const PAGE_CSP = pagePolicy();
const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Set on every answer, errors included. */
export function addSecurityHeaders(headers: Headers): void {
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
  // A 304 names no type: what a cache holds keeps the policy it came with (RFC 9111, section 3.2).
  if (headers.has('Content-Type') && !headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', isPage ? PAGE_CSP : DATA_CSP);
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  const isOpen = headers.get('Access-Control-Allow-Origin') === '*';
  headers.set('Cross-Origin-Resource-Policy', isOpen ? 'cross-origin' : 'same-origin');
}
