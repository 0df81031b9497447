import { formatInstant } from '../core/article/dates.ts';
import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import { GenerationError } from '../core/generation/generation-failure.ts';
import type { GeneratedMode } from '../core/generation/generation-settings.ts';
import { failedProposal, makeProposal } from '../core/generation/make-proposal.ts';
import { writePrompt } from '../core/generation/prompt.ts';
import { readAnswer } from '../core/generation/read-answer.ts';
import type { Proposal } from '../core/summary/proposal.ts';
import type { GenerationOrder, Generations, Generator } from './generation-ports.ts';
import type { Catalogue, Clock } from './ports.ts';

export interface GenerationDependencies {
  catalogue: Pick<Catalogue, 'read'>;
  generations: Generations;
  generator: Generator;
  /** `publish`: what the gate lets pass is shown at once; `review`: it waits for an editor. */
  mode: GeneratedMode;
  limitPerDay: number | null;
  now: Clock;
  /** Told of each failure, for the log: what an endpoint says may hold what it was sent. */
  onFailure: (kind: string) => void;
}

export type GenerationOutcome = 'kept' | 'passed' | 'later';

/**
 * The way of a proposal: claim the order, ask the model once, judge what it says, store it. Repeating it does nothing,
 * and whatever ends it half way costs one call at most: the claim runs out, and the catalogue sends the order again.
 *
 * @throws what the catalogue throws; the order then stands as it was.
 */
export async function generateProposal(
  dependencies: GenerationDependencies,
  order: GenerationOrder,
): Promise<GenerationOutcome> {
  const { catalogue, generations, generator, limitPerDay, now } = dependencies;
  const claim = await generations.claimGeneration(order, limitPerDay);
  if (claim === 'passed') return 'passed';
  const entry = await catalogue.read(order.slug);
  if (entry.state !== 'article' || entry.record.revision !== order.revision) return 'passed';
  const { record } = entry;
  const origin = { generator: generator.name, at: formatInstant(now()) };
  if (claim === 'spent')
    return generations.propose(order.slug, failedProposal(record, origin, 'interrupted'));
  try {
    return await generations.propose(order.slug, await askAndJudge(dependencies, record));
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    dependencies.onFailure(error.kind);
    const next = await generations.postponeGeneration(order, error.kind, error.retryAfterSeconds);
    if (next === 'later') return 'later';
    return generations.propose(order.slug, failedProposal(record, origin, error.kind));
  }
}

async function askAndJudge(
  { generator, mode, now }: GenerationDependencies,
  record: ArticleRecord,
): Promise<Proposal> {
  const draft = readAnswer(await generator.ask(writePrompt(record)), record);
  return makeProposal(record, draft, {
    generator: generator.name,
    at: formatInstant(now()),
    state: mode === 'publish' ? 'shown' : 'waiting',
  });
}
