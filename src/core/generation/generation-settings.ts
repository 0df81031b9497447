import { withoutLastSlashes } from '../fetching/last-slashes.ts';
import { isThisMachine } from '../fetching/this-machine.ts';

/** Which model writes proposals, and where it is asked. */
export type GeneratorSetting =
  | { kind: 'workers-ai'; model: string }
  /** Any endpoint that speaks `POST {base}/chat/completions`. */
  | { kind: 'openai'; model: string; base: string };

export const GENERATOR_FORM =
  'must be workers-ai:<model>, or openai:<model>@<base> with a base such as https://api.example/v1 (http:// on this machine alone)';

/** @returns undefined for a malformed value. A model's name may hold `@` and `:`; the base begins at the last `@http`. */
export function parseGenerator(text: string): GeneratorSetting | undefined {
  const [, kind, rest = ''] = /^(workers-ai|openai):(\S{1,500})$/u.exec(text) ?? [];
  if (kind === 'workers-ai') return { kind, model: rest };
  const at = rest.lastIndexOf('@http');
  if (kind !== 'openai' || at < 1) return undefined;
  const base = URL.parse(rest.slice(at + 1));
  if (base === null || base.username !== '' || base.password !== '' || base.search !== '' || base.hash !== '')
    return undefined;
  // An unencrypted way to anywhere else would show articles to whoever listens.
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && isThisMachine(base.hostname)))
    return undefined;
  return { kind, model: rest.slice(0, at), base: withoutLastSlashes(base.href) };
}

/** The settings of generation as they stand in the environment. */
export interface StoredGenerationSettings {
  generator: string;
  generated: string;
  limit: string;
}

/** @param environment - The service's; whatever is not there is not set. */
export function storedGenerationSettings({
  GENERATOR = '',
  GENERATED = '',
  GENERATION_LIMIT = '',
}: {
  GENERATOR?: string;
  GENERATED?: string;
  GENERATION_LIMIT?: string;
}): StoredGenerationSettings {
  return { generator: GENERATOR, generated: GENERATED, limit: GENERATION_LIMIT };
}

export const GENERATED_MODES = ['review', 'publish'] as const;
export type GeneratedMode = (typeof GENERATED_MODES)[number];

/** Which of the sentences that a model wrote readers get: none where generation is off, whatever the copies hold. */
export type ShownWriting = 'none' | 'reviewed' | 'all';

export function shownWriting(generator: GeneratorSetting | undefined, mode: GeneratedMode): ShownWriting {
  if (generator === undefined) return 'none';
  return mode === 'publish' ? 'all' : 'reviewed';
}

export const GENERATION_LIMIT_FORM = /^\d{1,9}$/u;

/** What is malformed counts as not set, as everywhere: `/health` of the service names it. */
export function parseGenerationSettings({ generator, generated, limit }: StoredGenerationSettings): {
  generator: GeneratorSetting | undefined;
  mode: GeneratedMode;
  limitPerDay: number | null;
} {
  return {
    generator: parseGenerator(generator),
    mode: generated === 'publish' ? 'publish' : 'review',
    limitPerDay: GENERATION_LIMIT_FORM.test(limit) ? Number(limit) : null,
  };
}
