import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { drawCopy } from './footer.ts';
import { drawControl, has, pageUrl, say } from './open-box.ts';

/** What the extras take from the panel, so that no page loads it twice. */
export const TOOLS = [draw, drawControl, drawCopy, emit, has, pageUrl, say] as const;
export type Tools = typeof TOOLS;
