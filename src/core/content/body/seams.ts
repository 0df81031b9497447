/**
 * Where a text was put together from pieces of a page, in UTF-16 units of the text. Browsers search a page by runs of
 * inline text, so words on two sides of a seam may not be found as one.
 */
export interface Seams {
  /** A run ends here, or the page holds something that the text does not: `br`, ruby, notes, what is struck out, a float. */
  breaks: number[];
  /** Borders of links, emphasis and the like, which end a run only by the page's style. */
  joints: number[];
}

export type SeamKind = keyof Seams;

/** A seam while the text is written: spaces are still to be folded, what is between them stays. */
export interface InkSeam {
  kind: SeamKind;
  /** Characters before it that are no spaces. */
  ink: number;
  /** Behind a space rather than before it. */
  spaced: boolean;
}

/** Places of seams in the finished text. */
export function placeSeams(text: string, seams: readonly InkSeam[]): Seams {
  const placed: Seams = { breaks: [], joints: [] };
  let ink = 0;
  let next = 0;
  for (let at = 0; at <= text.length && next < seams.length; at += 1) {
    const isInk = at < text.length && !/[\s\u0085]/u.test(text.charAt(at));
    for (let seam = seams[next]; seam?.ink === ink && (isInk || !seam.spaced); seam = seams[next]) {
      if (at > 0 && at < text.length) placed[seam.kind].push(at);
      next += 1;
    }
    if (isInk) ink += 1;
  }
  return placed;
}
