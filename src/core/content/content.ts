import type { Paragraph } from './body/paragraph.ts';
import { type BodyFault, BodyRefused } from './html/body-refused.ts';

export interface Content {
  /**
   * Sanitised. The block of each paragraph carries its number: `id="p1"`, `id="p2"`, …; there are no other ids.
   *
   * Written when it is asked for: a text that is only summarised needs none.
   */
  readonly html: string;
  /** The prose, numbered from 1 in this order. */
  paragraphs: Paragraph[];
  /** The author's HTML says `<meta name="standfirst" content="off">`. */
  summaryOff: boolean;
  /** Words of the body, or told of its page, that are no paragraph's and could be taken for one's. */
  elsewhere: string[];
}

export type RenderResult = { ok: true; content: Content } | { ok: false; fault: BodyFault };

/** Renders a body without zero bytes and unpaired surrogates; what is refused on the way is an answer. */
export function tryRender(source: string, render: (text: string) => Content): RenderResult {
  const text = source.replaceAll('\0', '').toWellFormed();
  try {
    return { ok: true, content: render(text) };
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    return { ok: false, fault: error.fault };
  }
}
