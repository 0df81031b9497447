import { lateAddress } from '../../content/html/picture-address.ts';
import type { PageElement } from '../page/page-tree.ts';

/** Puts the address that a picture waits for into its `src`; some name it in the `source` beside them alone. */
export function wakePicture(image: PageElement): void {
  const source =
    image.parentNode?.localName === 'picture' && image.src === ''
      ? image.parentNode.find(isSource)
      : undefined;
  const address =
    lateAddress((name) => image.getAttribute(name)) ?? lateAddress((name) => source?.getAttribute(name));
  if (address !== undefined) image.src = address;
}

function isSource({ localName }: PageElement): boolean {
  return localName === 'source';
}
