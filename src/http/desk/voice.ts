import * as z from 'zod';
import { type Language, labelsFor, textDirection } from '../../core/labels/labels.ts';
import type { DeskVoice } from '../../pages/desk/desk-document.tsx';
import { type DeskLabels, en } from '../../pages/desk/desk-labels.ts';
import type { Context, Dependencies } from '../context.ts';

const textsSchema = z.record(z.string(), z.string());

/** Texts that were loaded; a publication has one desk language, or those of its editors' browsers. */
const voices = new Map<Language, DeskVoice>();

/** How the desk speaks to this editor. What a language lacks, or cannot be had, is said in English. */
export async function voiceOf(
  { settings, deskTexts }: Pick<Dependencies, 'settings' | 'deskTexts'>,
  { req }: Context,
): Promise<DeskVoice> {
  const wanted = settings.publicationLanguage ?? /^[\w-]+/u.exec(req.header('Accept-Language') ?? '')?.[0];
  const { language } = labelsFor(wanted ?? 'en');
  const known = voices.get(language);
  if (known !== undefined) return known;
  const labels = language === 'en' ? en : await loadLabels(deskTexts, language);
  if (labels === undefined) return { labels: en, language: 'en', direction: 'ltr' };
  const voice: DeskVoice = { labels, language, direction: textDirection(language) };
  voices.set(language, voice);
  return voice;
}

async function loadLabels(
  deskTexts: Dependencies['deskTexts'],
  language: Language,
): Promise<DeskLabels | undefined> {
  try {
    const texts = textsSchema.safeParse(await deskTexts(language));
    return texts.success ? { ...en, ...texts.data } : undefined;
  } catch {
    return undefined; // The desk in English is better than none.
  }
}
