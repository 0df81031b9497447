import { walkBodies } from './body-packing.ts';
import { walkDesk } from './desk-filling.ts';
import { walkRules } from './rule-walk.ts';
import { walkTexts } from './text-moving.ts';
import type { Walked } from './walked.ts';

export type RowWalk = keyof typeof ROW_WALKS;

/** Walks that read texts: hardly any isolate does one, so they are loaded together when one is under way. */
export const ROW_WALKS = {
  bodies: walkBodies,
  desk: walkDesk,
  rules: walkRules,
  texts: walkTexts,
} as const satisfies Record<string, (walked: Walked, position: string) => Promise<void>>;
