import type { OpenTag } from './open-tags.ts';
import { type Mark, marksOf, matchesMark, parseMark, type StartTag, selectorOf } from './places.ts';

/** One step of a selector such as `div.story > p:nth-of-type(90)`; each is a child of the one before. */
interface Step {
  mark: Mark;
  /** Null: any of them. */
  nthOfType: number | null;
}
export type Path = readonly Step[];

const CHILD = ' > ';
/** A place that takes more steps to say moves with every change of the template. */
const STEPS_MAX_COUNT = 6;

export function writePath(path: Path): string {
  return path
    .map(({ mark, nthOfType }) => selectorOf(mark) + (nthOfType === null ? '' : `:nth-of-type(${nthOfType})`))
    .join(CHILD);
}

/** Undefined for what only a browser's selector engine could tell. */
export function parsePath(selector: string): Path | undefined {
  const steps = selector.split(CHILD).map((text) => {
    const [, own = '', nth] = /^(.*?)(?::nth-of-type\((\d{1,6})\))?$/su.exec(text) ?? [];
    const mark = parseMark(own);
    return mark && { mark, nthOfType: nth === undefined ? null : Number(nth) };
  });
  return steps.includes(undefined) ? undefined : (steps as Step[]);
}

export function matchesPath(path: Path, open: OpenTag): boolean {
  let at: OpenTag | null = open;
  for (const { mark, nthOfType } of path.toReversed()) {
    if (at === null || !matchesMark(mark, at.tag)) return false;
    if (nthOfType !== null && nthOfType !== at.nthOfType) return false;
    at = at.around;
  }
  return true;
}

/**
 * Ways to say a tag by those around it, from the nearest whose name alone tells it: by names first, which hold when the page
 * gets more, then by counting siblings.
 *
 * @param isAlone - Whether a mark meets one tag of the page.
 */
export function pathsTo<T extends StartTag>(target: OpenTag<T>, isAlone: (mark: Mark) => boolean): Path[] {
  const between: OpenTag<T>[] = [];
  for (let at: OpenTag<T> | null = target; at !== null && between.length < STEPS_MAX_COUNT; at = at.around) {
    const alone = marksOf(at.tag).find(isAlone);
    if (alone !== undefined) return variants({ mark: alone, nthOfType: null }, between);
    between.unshift(at);
  }
  return [];
}

function variants(root: Step, between: readonly OpenTag[]): Path[] {
  if (between.length === 0) return [[root]];
  const named = between.map((open) => ({ mark: marksOf(open.tag)[0] as Mark, nthOfType: null }));
  const counted = between.map(({ tag, nthOfType }) => ({
    mark: { tag: tag.name, attribute: null, value: '' } as const,
    nthOfType,
  }));
  const lastNamed = named.at(-1) as Step;
  const lastCounted = counted.at(-1) as Step;
  return [
    [root, ...named],
    [root, ...named.slice(0, -1), lastCounted],
    [root, ...counted.slice(0, -1), lastNamed],
    [root, ...counted],
  ];
}
