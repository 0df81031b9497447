/** An address or path without the slashes at its end. Linear, where an expression would look at each run again. */
export function withoutLastSlashes(address: string): string {
  let end = address.length;
  while (address.charAt(end - 1) === '/') end -= 1;
  return address.slice(0, end);
}
