/** Where pictures that load late keep their address, the best known first. */
const WAITING = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-orig-file',
  'data-srcset',
  'data-lazy-srcset',
  'srcset',
];
const WIDTH_WANTED = 1200;

/**
 * The address that a picture is loaded from in the end: `src`, unless it holds a placeholder or nothing.
 *
 * @param attribute - Reads an attribute of the picture.
 * @returns undefined where `src` is right.
 */
export function lateAddress(attribute: (name: string) => string | null | undefined): string | undefined {
  const src = attribute('src')?.trim() ?? '';
  if (src !== '' && !/^data:/i.test(src) && src !== 'about:blank') return undefined;
  for (const name of WAITING) {
    const value = attribute(name)?.trim() ?? '';
    const address = name.endsWith('srcset') ? chooseCandidate(value) : value;
    if (address !== undefined && address !== '' && !/^data:/i.test(address)) return address;
  }
  return undefined;
}

/** Of a `srcset`: the smallest that is wide enough, else the widest (HTML standard, section 4.8.4.2.1). */
function chooseCandidate(srcset: string): string | undefined {
  const candidates = srcset
    .slice(0, 10_000)
    .split(/,\s/)
    .flatMap((candidate) => {
      const [address, size = '1x'] = candidate.trim().split(/\s+/);
      if (address === undefined || address === '') return [];
      const width = size.endsWith('w') ? Number.parseInt(size, 10) : Number.parseFloat(size) * 600;
      return [
        {
          address: address.endsWith(',') ? address.slice(0, -1) : address,
          width: Number.isNaN(width) ? 0 : width,
        },
      ];
    })
    .sort((a, b) => a.width - b.width);
  return (candidates.find(({ width }) => width >= WIDTH_WANTED) ?? candidates.at(-1))?.address;
}
