/** `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG scroll-to-text-fragment). */
export interface Directive {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

export function encodeDirective({ prefix, start, end, suffix }: Directive): string {
  const parts = [
    prefix === undefined ? undefined : `${encodePart(prefix)}-`,
    encodePart(start),
    end === undefined ? undefined : encodePart(end),
    suffix === undefined ? undefined : `-${encodePart(suffix)}`,
  ];
  return `text=${parts.filter((part) => part !== undefined).join(',')}`;
}

/** A hyphen separates prefix and suffix in the syntax, so it is encoded like the comma. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D');
}
