import type { Source } from '../source/read-source.ts';

const SHORTEST_PART = 5;

/** A word that is made of one of the article's, or is part of one: "Hafenbrücke" and "Brücke". */
export function isCompound(form: string, { forms }: Source): boolean {
  if (form.length < SHORTEST_PART) return false;
  for (const other of forms)
    if (other.length >= SHORTEST_PART && (other.includes(form) || form.includes(other))) return true;
  return false;
}
