/** What is wrong with a sentence; `unsupported` is what the model says, the others are rules. */
export const FAULT_KINDS = [
  'number',
  'unit',
  'date',
  'name',
  'negation',
  'modality',
  'quotation',
  'opposite',
  'role',
  'unsupported',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** The words of the sentence that the article does not hold up. */
  text: string;
}

/** A sentence of the article that a sentence rests on. */
export interface Support {
  /** In UTF-16 units of the article's text. */
  offset: number;
  length: number;
  /** From 1. */
  paragraph: number;
}

export interface Verdict {
  grounded: boolean;
  /** 1: word for word in the article; below, one minus the chance that its worst word is wrong. */
  score: number;
  support: Support[];
  faults: Fault[];
}
