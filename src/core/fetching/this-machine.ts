/** Names that mean this machine (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** @param hostname - As `URL` gives it, so an IPv6 address stands in brackets. */
export function isThisMachine(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}
