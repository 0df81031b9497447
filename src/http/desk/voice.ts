import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { heldLanguage, type Language, textDirection } from '../../core/labels/languages.ts';
import type { DeskVoice } from '../../pages/desk/desk-document.tsx';
import type { DeskLabels } from '../../pages/desk/desk-labels.ts';
import type { Context, Dependencies } from '../context.ts';

const RETRY_AFTER_SECONDS = 5;

const textsSchema = z.record(z.string(), z.string());

/** Voices that were loaded; a publication has one desk language, or those of its editors' browsers. */
const voices = new Map<Language, DeskVoice>();

/** How the desk speaks to this editor. @throws {DomainError} `store-unavailable` where its texts cannot be had. */
export async function voiceOf(
  { settings, staticData }: Pick<Dependencies, 'settings' | 'staticData'>,
  { req }: Context,
): Promise<DeskVoice> {
  const wanted = settings.publicationLanguage ?? /^[\w-]+/u.exec(req.header('Accept-Language') ?? '')?.[0];
  const language = heldLanguage(wanted ?? 'en');
  const known = voices.get(language);
  if (known !== undefined) return known;
  const texts = textsSchema.safeParse(await staticData(`/desk-labels/${language}.json`));
  if (!texts.success)
    throw new DomainError({ kind: 'store-unavailable', retryAfterSeconds: RETRY_AFTER_SECONDS });
  // A test holds every file to the keys of the English one.
  const voice = { labels: texts.data as DeskLabels, language, direction: textDirection(language) };
  voices.set(language, voice);
  return voice;
}
