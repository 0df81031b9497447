/** Tags of readers whom another language's texts serve, as in `core/labels.ts`. */
const SERVED_BY: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', yue: 'zh' };

/**
 * The language of those at hand that serves a reader of `tag`.
 *
 * @param held - Languages at hand, as keys; `en` is always among them.
 */
export function nearestLanguage(tag = '', held: object): string {
  const subtag = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const code = SERVED_BY[subtag] ?? subtag;
  return Object.hasOwn(held, code) ? code : 'en';
}
