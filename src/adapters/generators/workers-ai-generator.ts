import { ANSWER_JSON_SCHEMA } from '../../core/generation/prompt.ts';
import type { Generator } from '../../flows/generation-ports.ts';
import { callInTime, contentOf, readReply } from './read-reply.ts';

/** What is used of the binding `AI`: the answer as it came, with its status and headers. */
export interface AiBinding {
  run(
    model: string,
    inputs: object,
    options: { returnRawResponse: true; signal: AbortSignal },
  ): Promise<Response>;
}

/** Without it Workers AI cuts an answer off after 256 tokens. */
const ANSWER_MAX_TOKENS = 1_500;

/** Workers AI by its binding, in JSON mode: there the schema itself is the value of `json_schema`. */
export function createWorkersAiGenerator(ai: AiBinding, model: string, timeoutMs: number): Generator {
  return {
    name: `workers-ai:${model}`,
    ask: (prompt) =>
      callInTime(timeoutMs, async (signal) => {
        const inputs = {
          messages: [
            { role: 'system', content: prompt.system },
            { role: 'user', content: prompt.user },
          ],
          response_format: { type: 'json_schema', json_schema: ANSWER_JSON_SCHEMA },
          max_tokens: ANSWER_MAX_TOKENS,
        };
        return contentOf(await readReply(await ai.run(model, inputs, { returnRawResponse: true, signal })));
      }),
  };
}
