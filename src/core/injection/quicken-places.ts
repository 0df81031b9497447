import type { ArticleOnPage } from './article-on-page.ts';
import { type OpenTag, OpenTags } from './open-tags.ts';
import { matchesPath, type Path, parsePath, pathsTo, writePath } from './paths.ts';
import type { Start } from './place-candidates.ts';
import { marksOf, type Places, selectorOf } from './places.ts';
import type { Tag } from './scan-page.ts';

/** Start tags that places are told by. */
export interface Told {
  above: Start;
  below: Start | undefined;
  /** Of the article's last paragraph. */
  last: Start | undefined;
}

/** So many calls for one place are not worth a selector that counts siblings. */
const FEW_CALLS = 2;

/**
 * Says places so that the rewriter's own matching does the counting: a call for each paragraph of a page is what putting
 * boxes in costs most (docs/injection.md). Gives back what it was given where that takes as few calls, or cannot be said.
 */
export function quicken({ tags }: ArticleOnPage, places: Places, told: Told): Places {
  const page = new MetTags(tags);
  const above = page.pathTo(told.above, ([first]) => first?.tag === told.above);
  const last = told.last && page.pathTo(told.last, ([first]) => first?.tag === told.last);
  if (above === undefined || (last === undefined) !== (told.last === undefined)) return places;
  const below = describeBelow(page, places.below, told);
  if ((below === null) !== (places.below === null)) return places;
  const quick: Places = {
    scope: null,
    above: { selector: above, nth: 1, side: places.above?.side ?? 'before' },
    below,
    paragraph: last === undefined ? null : { selector: last, count: 1 },
  };
  const merged = opensWith(page, quick, told) ? { ...quick, above: inside(quick) } : quick;
  return page.callsOf(merged) < page.callsOf(places) ? merged : places;
}

function describeBelow(page: MetTags, below: Places['below'], { below: tag, last }: Told): Places['below'] {
  if (below === null || tag === undefined) return null;
  const selector = page.pathTo(tag, (matches) =>
    below.side === 'end'
      ? matches.length === 1
      : matches.find((met) => last === undefined || met.tag.from > last.from)?.tag === tag,
  );
  return selector === undefined ? null : { selector, nth: 1, side: below.side };
}

/** Whether the upper box stands at the very start of the element that the lower one ends. */
function opensWith(page: MetTags, { above, below }: Places, told: Told): boolean {
  return above?.side === 'before' && below?.side === 'end' && page.isRightBehind(told.above, told.below);
}

function inside({ below }: Places): Places['above'] {
  return { selector: below?.selector ?? '', nth: 1, side: 'inside' };
}

/** The start tags of a page as the rewriter meets them. */
class MetTags {
  readonly #tags: readonly Tag[];
  readonly #met: OpenTag<Start>[] = [];
  readonly #countByMark = new Map<string, number>();

  constructor(tags: readonly Tag[]) {
    this.#tags = tags;
    const open = new OpenTags<Start>();
    for (const tag of tags) {
      if (tag.kind === 'end') open.end(tag.name);
      else this.#met.push(open.start(tag));
    }
    for (const { tag } of this.#met)
      for (const selector of new Set(marksOf(tag).map(selectorOf)))
        this.#countByMark.set(selector, (this.#countByMark.get(selector) ?? 0) + 1);
  }

  /** The first way to say a tag that takes few calls, else the one that takes fewest. */
  pathTo(tag: Start, isSure: (matches: readonly OpenTag<Start>[]) => boolean): string | undefined {
    const target = this.#met.find((met) => met.tag === tag);
    if (target === undefined) return undefined;
    const ways = pathsTo(target, (mark) => this.#countByMark.get(selectorOf(mark)) === 1)
      .map((path) => ({ path, matches: this.#matchesOf(path) }))
      .filter(({ matches }) => isSure(matches))
      .map(({ path, matches }) => ({ path, calls: matches.length }));
    const few = ways.find(({ calls }) => calls <= FEW_CALLS) ?? ways.toSorted((a, b) => a.calls - b.calls)[0];
    return few && writePath(few.path);
  }

  /** How often the rewriter calls for these places, each end tag that it waits for counted too. */
  callsOf({ scope, above, below, paragraph }: Places): number {
    const selectors = [scope, above, below, paragraph].map((anchor) => anchor?.selector);
    const ends = below?.side === 'end' ? [below.selector] : [];
    return [...new Set(selectors), ...ends]
      .map((selector) => this.#matchesOf(parsePath(selector ?? '') ?? []).length)
      .reduce((sum, calls) => sum + calls, 0);
  }

  /** Whether no tag stands between. */
  isRightBehind(tag: Start, before: Start | undefined): boolean {
    const index = this.#tags.indexOf(tag);
    return index > 0 && this.#tags[index - 1] === before;
  }

  #matchesOf(path: Path): OpenTag<Start>[] {
    return path.length === 0 ? [] : this.#met.filter((met) => matchesPath(path, met));
  }
}
