/**
 * What an element of the source means for the arrangement:
 * - `dropped`: it goes, with all it contains
 * - `section`: a block that only groups; it goes, what it contains stays and is kept apart from its surroundings
 * - `leaf`: a block of words: a paragraph, a heading, a term, preformatted text
 * - `block`: a block of blocks
 * - `inline`: an element within words
 * - `image`, `break`, `rule`: they contain nothing
 */
export type Role = 'dropped' | 'section' | 'leaf' | 'block' | 'inline' | 'image' | 'break' | 'rule';

const NAMES: Readonly<Record<Role, string>> = {
  dropped: `applet area audio base basefont bgsound button canvas col colgroup datalist dialog embed frame frameset
    iframe input keygen link map meta meter noembed noframes noscript object optgroup option output param progress
    script select source style template textarea title track video`,
  section: `article body center details div fieldset form header hgroup html legend main marquee search section summary`,
  leaf: 'dt h1 h2 h3 h4 h5 h6 listing p plaintext pre xmp',
  block: `address aside blockquote caption dd dir dl figcaption figure footer li menu nav ol table tbody td tfoot th
    thead tr ul`,
  inline: `a abbr acronym b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small strike strong sub
    sup time tt u var`,
  image: 'img',
  break: 'br',
  rule: 'hr',
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
    names.split(/\s+/).map((name): [string, Role] => [name, role]),
  ),
);

/** The page's title is its only `h1`; the others are names that HTML has retired, or that stand for the same. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['acronym', 'abbr'],
  ['dir', 'ul'],
  ['listing', 'pre'],
  ['menu', 'ul'],
  ['nav', 'aside'],
  ['plaintext', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['xmp', 'pre'],
]);

/** An element without a role of its own (`font`, `label`, a custom element) is treated as inline. */
export function roleOf(tagName: string): Role {
  return ROLES.get(tagName) ?? 'inline';
}

/** Whether an inline element stays itself; of the others only a language or a direction is kept. */
export function keepsName(tagName: string): boolean {
  return ROLES.get(tagName) === 'inline';
}

export function canonicalName(tagName: string): string {
  return RENAMED.get(tagName) ?? tagName;
}

/**
 * Blocks that only their parents may hold, and the parent that is supplied where it is missing
 * (HTML standard, section 4: "Contexts in which this element can be used").
 */
export const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['figcaption', ['figure']],
  ['caption', ['table']],
  ['thead', ['table']],
  ['tbody', ['table']],
  ['tfoot', ['table']],
  ['tr', ['tbody', 'thead', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
]);

/** Parents that hold nothing else, and the child that is supplied around anything else. */
export const ONLY_CHILDREN: ReadonlyMap<string, string> = new Map([
  ['ul', 'li'],
  ['ol', 'li'],
  ['dl', 'dd'],
  ['table', 'tbody'],
  ['thead', 'tr'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td'],
]);

/** Blocks that may hold words themselves when these are all they hold: `<li>words</li>`. */
export const HOLD_WORDS: ReadonlySet<string> = new Set(
  'address caption dd figcaption footer li td th'.split(' '),
);

/** What stands in these is kept and never summarised: captions, tables, credits, contacts, asides. */
export const NOT_PROSE: ReadonlySet<string> = new Set(['table', 'figure', 'aside', 'footer', 'address']);

/** Blocks that stay though they are empty, since they hold a place. */
export const KEPT_EMPTY: ReadonlySet<string> = new Set(['td', 'th']);
