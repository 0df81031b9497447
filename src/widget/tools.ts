import { drawCopy } from './footer.ts';
import { drawPoints } from './points.ts';
import { faultTexts, readWait } from './show-fault.ts';

/** What further files take from the panel, so that no page loads it twice. */
export const TOOLS = [drawCopy, drawPoints, faultTexts, readWait] as const;
export type Tools = typeof TOOLS;
