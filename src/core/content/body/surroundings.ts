import { type Attribute, readDirection, readLanguage } from '../html/allow-list.ts';
import { readHints } from './editor-hints.ts';
import type { Context } from './leaf.ts';

/** Surroundings of a node, for this walk alone: within a table that only lays out, its parts are sections. */
export interface Surroundings extends Context {
  readonly inLayoutTable: boolean;
}

export const OUTERMOST: Surroundings = {
  lang: undefined,
  dir: undefined,
  muted: false,
  pins: [],
  wrappers: [],
  inLayoutTable: false,
};

export function withHints(outer: Surroundings, attributes: readonly Attribute[]): Surroundings {
  const { skip, pin } = readHints(attributes);
  if (!skip && !pin) return outer;
  return {
    ...outer,
    muted: outer.muted || skip,
    pins: pin ? [...outer.pins, { used: false }] : outer.pins,
  };
}

export function withLanguage(outer: Surroundings, attributes: readonly Attribute[]): Surroundings {
  const own = languageOf(attributes);
  return own.lang === undefined && own.dir === undefined ? outer : { ...outer, ...own };
}

export function languageOf(attributes: readonly Attribute[]): { lang?: string; dir?: string } {
  const value = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value.trim();
  const lang = readLanguage(value('lang'));
  const dir = readDirection(value('dir') ?? '');
  return { ...(lang === undefined ? {} : { lang }), ...(dir === undefined ? {} : { dir }) };
}
