import { emit } from './box-life.ts';
import { draw, makeSheet } from './draw.ts';
import { articleUrl, drawControl, pageUrl, say } from './open-box.ts';

/** What the file of the field for questions takes from that of the extras. */
export const ASK_TOOLS = [draw, makeSheet, drawControl, say, emit, articleUrl, pageUrl] as const;
export type AskTools = typeof ASK_TOOLS;
