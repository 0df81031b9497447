import type { Places } from './places.ts';

export type Piece = 'above' | 'below';

/** What a start tag that was met asks for. */
export interface Encounter {
  /** Pieces to put before the start tag, and right behind it. */
  before: Piece[];
  inside: Piece[];
  /** To be asked when the element's own end tag comes: whether the lower box goes before it. */
  atEnd: (() => boolean) | undefined;
}

/** What a selector is told of for. */
type Role = 'scope' | 'before-below' | 'end-below' | 'above' | 'paragraph';

/**
 * Finds the places of a page as its start tags come by, one after the other: the one set of rules, whoever tells the
 * tags (HTMLRewriter at the edge, a parser for files).
 *
 * A page that differs from what was learned (another template, fewer paragraphs) meets no anchor and stays as it is.
 */
export class PlaceFinder {
  /** What has to be told of: each selector once, in the order in which one and the same tag is told of. */
  readonly selectors: readonly string[];
  readonly #places: Places;
  readonly #roles: ReadonlyMap<string, readonly Role[]>;
  readonly #done = new Set<Piece>();
  #isActive: boolean;
  #scopes = 0;
  #aboves = 0;
  #belows = 0;
  #paragraphs = 0;

  constructor(places: Places) {
    this.#places = places;
    this.#isActive = places.scope === null;
    this.#roles = rolesOnce(places);
    this.selectors = [...this.#roles.keys()];
  }

  /** No box is put anywhere from now on. */
  stop(): void {
    this.#done.add('above').add('below');
  }

  /** Whether both boxes have found their place, or need none. */
  get isDone(): boolean {
    return this.#done.size === 2;
  }

  has(piece: Piece): boolean {
    return this.#done.has(piece);
  }

  /** A `<stand-first>` of the page's own is filled, unless it has been: the place that a page keeps comes first. */
  meetOwn(position: string | null, isFilled: boolean): Piece | undefined {
    if (isFilled) {
      this.stop();
      return undefined;
    }
    const piece = position === 'bottom' ? 'below' : 'above';
    return this.#take(piece) ? piece : undefined;
  }

  /** A start tag that this selector has met. */
  meet(selector: string): Encounter {
    const encounter: Encounter = { before: [], inside: [], atEnd: undefined };
    for (const role of this.#roles.get(selector) ?? []) this.#play(role, encounter);
    return encounter;
  }

  #play(role: Role, encounter: Encounter): void {
    const { above, below } = this.#places;
    if (role === 'scope') this.#countScope();
    if (!this.#isActive) return;
    if (role === 'paragraph') this.#paragraphs += 1;
    if (role === 'above' && ++this.#aboves === above?.nth && this.#take('above'))
      encounter[above.side].push('above');
    if (role === 'before-below' && this.#isBehindArticle() && ++this.#belows === below?.nth)
      if (this.#take('below')) encounter.before.push('below');
    // An element that was opened behind the last paragraph does not hold the article.
    if (role === 'end-below' && !this.#isBehindArticle())
      encounter.atEnd = () => this.#isBehindArticle() && this.#take('below');
  }

  #countScope(): void {
    this.#scopes += 1;
    if (this.#scopes === this.#places.scope?.nth) this.#isActive = true;
  }

  /** The lower box needs the upper one: whoever does not find the beginning cannot know the end. */
  #isBehindArticle(): boolean {
    return this.#done.has('above') && this.#paragraphs >= (this.#places.paragraph?.count ?? 0);
  }

  #take(piece: Piece): boolean {
    if (this.#done.has(piece)) return false;
    this.#done.add(piece);
    return true;
  }
}

/** One page's places are played again and again. */
const rolesKept = new WeakMap<Places, ReadonlyMap<string, readonly Role[]>>();

function rolesOnce(places: Places): ReadonlyMap<string, readonly Role[]> {
  const known = rolesKept.get(places);
  if (known !== undefined) return known;
  const roles = rolesOf(places);
  rolesKept.set(places, roles);
  return roles;
}

/** In the order in which they are played where one tag has several: a tag that ends the article is not counted for it. */
function rolesOf({ scope, above, below, paragraph }: Places): Map<string, Role[]> {
  const wanted: [selector: string | undefined, role: Role][] = [
    [scope?.selector, 'scope'],
    [below?.selector, below?.side === 'end' ? 'end-below' : 'before-below'],
    [above?.selector, 'above'],
    [paragraph?.selector, 'paragraph'],
  ];
  const roles = new Map<string, Role[]>();
  for (const [selector, role] of wanted)
    if (selector !== undefined) roles.set(selector, [...(roles.get(selector) ?? []), role]);
  return roles;
}
