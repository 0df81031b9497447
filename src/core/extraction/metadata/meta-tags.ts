import { FIELD_MAX_LENGTH } from '../page/decode-text.ts';
import type { PageDocument } from '../page/parse-page.ts';

const NAMES_MAX_LENGTH = 300;

/** The `meta` elements of a page by their name, property or `http-equiv`, lower-case. */
export class MetaTags {
  readonly #values = new Map<string, string[]>();

  constructor(page: PageDocument) {
    for (const element of page.getElementsByTagName('meta')) {
      const name =
        element.getAttribute('property') ??
        element.getAttribute('name') ??
        element.getAttribute('http-equiv');
      const content = element.getAttribute('content')?.slice(0, FIELD_MAX_LENGTH).trim() ?? '';
      if (name === null || content === '') continue;
      // Some pages list several names in one property attribute (RDFa allows it).
      for (const single of name.slice(0, NAMES_MAX_LENGTH).trim().toLowerCase().split(/\s+/)) {
        const known = this.#values.get(single);
        if (known === undefined) this.#values.set(single, [content]);
        else known.push(content);
      }
    }
  }

  /** First value of the first of these names that the page has. */
  first(...names: string[]): string | undefined {
    return this.all(...names)[0];
  }

  /** Every value, in the order of the names. */
  all(...names: string[]): string[] {
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }
}
