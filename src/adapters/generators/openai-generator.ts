import { GenerationError } from '../../core/generation/generation-failure.ts';
import { ANSWER_JSON_SCHEMA, type Prompt } from '../../core/generation/prompt.ts';
import type { Generator } from '../../flows/generation-ports.ts';
import { callInTime, contentOf, readReply } from './read-reply.ts';

const JSON_SCHEMA_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'summary', strict: true, schema: ANSWER_JSON_SCHEMA },
};
const JSON_OBJECT_FORMAT = { type: 'json_object' };

export interface OpenAiOptions {
  model: string;
  /** Without a slash at its end, as in `https://api.example/v1`. */
  base: string;
  /** Sent as a bearer token; some endpoints want none. */
  key: string | undefined;
  timeoutMs: number;
}

/**
 * Any endpoint that speaks OpenAI's `POST {base}/chat/completions`: vendors, gateways, Ollama, llama.cpp's server, vLLM.
 * Asks for the JSON schema; an endpoint that refuses it (400, 422) is asked for a JSON object, now and from then on.
 * Neither `temperature` nor a token limit is sent: half of today's models refuse one or the other.
 */
export function createOpenAiGenerator({ model, base, key, timeoutMs }: OpenAiOptions): Generator {
  let format: object = JSON_SCHEMA_FORMAT;
  const send = (prompt: Prompt, signal: AbortSignal) =>
    fetch(`${base}/chat/completions`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
        response_format: format,
      }),
      redirect: 'manual', // The key goes to the address that was set, and nowhere else.
      signal,
    });
  return {
    name: `openai:${model}`,
    ask: (prompt) =>
      callInTime(timeoutMs, async (signal) => {
        let response = await send(prompt, signal);
        if (format === JSON_SCHEMA_FORMAT && (response.status === 400 || response.status === 422)) {
          await response.body?.cancel();
          format = JSON_OBJECT_FORMAT;
          response = await send(prompt, signal);
          if (!response.ok) format = JSON_SCHEMA_FORMAT; // It was something else that was refused.
        }
        if (response.status >= 300 && response.status < 400) throw new GenerationError('rejected');
        return contentOf(await readReply(response));
      }),
  };
}
