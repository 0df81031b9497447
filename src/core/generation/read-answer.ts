import * as z from 'zod/mini';
import { orElse } from '../or-else.ts';
import { detectLanguage } from '../summarizer/index.ts';
import { GenerationError } from './generation-failure.ts';
import type { PromptedArticle } from './prompt.ts';

/** A sentence of a model's, not judged yet. */
export interface Candidate {
  text: string;
  /** Where the model says that it rests; never believed. */
  paragraphs: number[];
}

export interface Draft {
  points: Candidate[];
  tldr: Candidate | null;
}

const POINTS_MAX_COUNT = 7;
const SENTENCE_MAX_LENGTH = 400;

const candidateSchema = z.object({
  text: z.string(),
  paragraphs: z._default(orElse(z.array(z.int().check(z.minimum(1))).check(z.maxLength(100)), []), []),
});
const draftSchema = z.object({
  points: z.array(candidateSchema).check(z.minLength(1), z.maxLength(100)),
  tldr: z._default(orElse(z.nullable(candidateSchema), null), null),
});

/**
 * Reads what a model answered: an object, or text that holds one (some put a fence around it, or think aloud before).
 *
 * A sentence with a link, with markup, with control characters, with what nobody sees or beyond 400 characters is dropped here; seven points at
 * most are taken.
 *
 * @throws {GenerationError} `not-json`, `wrong-shape`, `other-language`.
 */
export function readAnswer(content: unknown, article: PromptedArticle): Draft {
  const parsed = draftSchema.safeParse(typeof content === 'string' ? parseText(content) : content);
  if (!parsed.success) throw new GenerationError('wrong-shape');
  const points = dropRepeated(parsed.data.points.map(tidy).filter(isPlain)).slice(0, POINTS_MAX_COUNT);
  const tldr = parsed.data.tldr === null ? null : tidy(parsed.data.tldr);
  const draft = { points, tldr: tldr !== null && isPlain(tldr) ? tldr : null };
  if (points.length === 0) throw new GenerationError('wrong-shape');
  if (!speaksLike(draft, article)) throw new GenerationError('other-language');
  return draft;
}

function parseText(content: string): unknown {
  const from = content.indexOf('{');
  const to = content.lastIndexOf('}');
  try {
    return JSON.parse(content.slice(from === -1 ? 0 : from, to + 1));
  } catch {
    throw new GenerationError('not-json');
  }
}

function tidy({ text, paragraphs }: Candidate): Candidate {
  return { text: text.toWellFormed().replaceAll(/\s+/gu, ' ').trim(), paragraphs };
}

/** Nothing that a page could take for anything but words. */
const LINK = /:\/\/|\bwww\.|\S@\S|\] ?\(/iu;
const MARKUP = /<\/?[a-z!]|&(?:#\d|[a-z]+;)|[*_`~]{2}|`|^(?:[-*#>]|\d+[.)])\s|\p{Cc}/iu;

/**
 * What nobody sees and what turns the order of what is read: "1" and "2" with such a character between them are two
 * numbers to the gate, and 12 to a reader. Joiners and marks of direction belong to some scripts' own spelling.
 */
const UNSEEN = /[^\P{Cf}\u200c-\u200f]|\p{Co}|[\p{Nd}A-Za-z][\u200c-\u200f]+[\p{Nd}A-Za-z]/u;

function isPlain({ text }: Candidate): boolean {
  const isShort = text !== '' && text.length <= SENTENCE_MAX_LENGTH;
  return isShort && ![LINK, MARKUP, UNSEEN].some((pattern) => pattern.test(text));
}

function dropRepeated(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ text }, at) => candidates.findIndex((other) => other.text === text) === at);
}

/** Short texts of near languages are hard to tell apart: what is detected in the article itself counts as well. */
function speaksLike({ points, tldr }: Draft, { text, language }: PromptedArticle): boolean {
  const primary = (tag: string) => tag.split('-')[0];
  const spoken = primary(
    detectLanguage([...points, ...(tldr === null ? [] : [tldr])].map((one) => one.text).join('\n')),
  );
  return spoken === 'und' || spoken === primary(language) || spoken === primary(detectLanguage(text));
}
