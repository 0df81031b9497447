import type { Labels } from './en.ts';
import { heldLanguage, type Language } from './languages.ts';
import { SOURCE_LABELS, type SourceLabels } from './source-labels.ts';

export type { Labels } from './en.ts';

type Module<L extends Language> = Readonly<Record<L, (source: SourceLabels) => Labels>>;

/** Each language stands by itself: an answer needs one of them, and is written once that is here. */
const TEXTS: { readonly [L in Language]: () => Promise<Module<L>> } = {
  ar: () => import('./ar.ts'),
  cs: () => import('./cs.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fa: () => import('./fa.ts'),
  fi: () => import('./fi.ts'),
  fr: () => import('./fr.ts'),
  he: () => import('./he.ts'),
  hi: () => import('./hi.ts'),
  hu: () => import('./hu.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  nb: () => import('./nb.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  ro: () => import('./ro.ts'),
  ru: () => import('./ru.ts'),
  sv: () => import('./sv.ts'),
  tr: () => import('./tr.ts'),
  uk: () => import('./uk.ts'),
  zh: () => import('./zh.ts'),
};

/** Texts, and the code of the language that they are in. */
export interface ShownLabels {
  language: Language;
  labels: Labels;
}

/** The texts for a reader of `language`, in the language that `heldLanguage` names. */
export async function loadLabels(language: string): Promise<ShownLabels> {
  const held = heldLanguage(language);
  return { language: held, labels: await textsIn(held) };
}

/** The texts for readers of several languages. @returns Those for a reader of one of them. */
export async function loadLabelsOf(languages: Iterable<string>): Promise<(language: string) => Labels> {
  const held = new Set([...languages].map(heldLanguage));
  const texts = new Map<Language, Labels>();
  for (const language of held) texts.set(language, await textsIn(language));
  return (language) => {
    const labels = texts.get(heldLanguage(language));
    if (labels === undefined) throw new RangeError(`no texts were loaded for ${language}`);
    return labels;
  };
}

const made = new Map<Language, Labels>();

async function textsIn<L extends Language>(language: L): Promise<Labels> {
  let texts = made.get(language);
  if (texts === undefined) {
    const module: Module<L> = await TEXTS[language]();
    texts = made.get(language) ?? module[language](SOURCE_LABELS[language]);
    made.set(language, texts);
  }
  return texts;
}
