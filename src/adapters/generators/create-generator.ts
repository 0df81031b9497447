import { GenerationError } from '../../core/generation/generation-failure.ts';
import type { GeneratorSetting } from '../../core/generation/generation-settings.ts';
import type { Generator } from '../../flows/generation-ports.ts';
import { createOpenAiGenerator } from './openai-generator.ts';
import { type AiBinding, createWorkersAiGenerator } from './workers-ai-generator.ts';

/** A model writes a summary in seconds; one that has not done so by then is not waited for. */
const CALL_TIMEOUT_MS = 60_000;

/** A model of Workers AI without its binding fails each order by that name, so that the status and the desk tell why. */
export function createGenerator(
  setting: GeneratorSetting,
  { ai, key }: { ai: AiBinding | undefined; key: string | undefined },
): Generator {
  if (setting.kind === 'openai')
    return createOpenAiGenerator({ ...setting, key, timeoutMs: CALL_TIMEOUT_MS });
  if (ai !== undefined) return createWorkersAiGenerator(ai, setting.model, CALL_TIMEOUT_MS);
  const ask = () => Promise.reject(new GenerationError('ai-not-bound'));
  return { name: `workers-ai:${setting.model}`, ask };
}
