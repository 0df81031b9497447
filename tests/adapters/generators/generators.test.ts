import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenAiGenerator } from '../../../src/adapters/generators/openai-generator.ts';
import {
  type AiBinding,
  createWorkersAiGenerator,
} from '../../../src/adapters/generators/workers-ai-generator.ts';
import { writePrompt } from '../../../src/core/generation/prompt.ts';
import { describeGenerator, KEY } from './generator.contract.ts';
import { type ModelDouble, startModelDouble } from './model-double.ts';

/** Sends what the binding of workerd sends, and with `returnRawResponse` gives the answer as it came. */
function bindingTo({ origin }: ModelDouble): AiBinding {
  return {
    run: (model, inputs, { signal, ...options }) =>
      fetch(`${origin}/run`, {
        method: 'POST',
        body: JSON.stringify({ model, inputs, options }),
        redirect: 'manual',
        signal,
      }),
  };
}

const PROMPT = writePrompt({ title: 'Pier', text: 'The pier is closed.', language: 'en' });

describe('an endpoint in the form of OpenAI', () => {
  describeGenerator(({ base }, model, timeoutMs) =>
    createOpenAiGenerator({ model, base, key: KEY, timeoutMs }),
  );

  let double: ModelDouble;
  beforeEach(async () => {
    double = await startModelDouble();
    double.says = () => ({ points: [] });
  });
  afterEach(() => double.close());

  it('is asked for the schema, with the key in its header alone', async () => {
    await createOpenAiGenerator({ model: 'm', base: double.base, key: KEY, timeoutMs: 5_000 }).ask(PROMPT);
    const [call] = double.calls;
    expect(call?.path).toBe('/v1/chat/completions');
    expect(call?.authorization).toBe(`Bearer ${KEY}`);
    expect(call?.body.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    expect(JSON.stringify(call?.body)).not.toContain(KEY);
  });

  it('is sent no key where none is set', async () => {
    await createOpenAiGenerator({ model: 'm', base: double.base, key: undefined, timeoutMs: 5_000 }).ask(
      PROMPT,
    );
    expect(double.calls[0]?.authorization).toBeUndefined();
  });

  it('that takes no schema is asked for an object, from then on at once', async () => {
    double.knowsSchema = false;
    const generator = createOpenAiGenerator({
      model: 'm',
      base: double.base,
      key: undefined,
      timeoutMs: 5_000,
    });
    await generator.ask(PROMPT);
    await generator.ask(PROMPT);
    const formats = double.calls.map(({ body }) => (body.response_format as { type: string }).type);
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object']);
  });
});

describe('Workers AI', () => {
  describeGenerator((double, model, timeoutMs) =>
    createWorkersAiGenerator(bindingTo(double), model, timeoutMs),
  );

  it('gets the schema itself, room for an answer, and is asked for the answer as it came', async () => {
    const double = await startModelDouble();
    await createWorkersAiGenerator(bindingTo(double), '@cf/meta/m', 5_000).ask(PROMPT);
    await double.close();
    expect(double.calls[0]?.body).toMatchObject({
      model: '@cf/meta/m',
      options: { returnRawResponse: true },
      inputs: {
        max_tokens: 1_500,
        response_format: { type: 'json_schema', json_schema: { type: 'object' } },
      },
    });
  });
});
