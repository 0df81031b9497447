import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can go wrong between us and a model, each by the name of the model that is asked for. */
const FAULTS = [
  'busy',
  'busy-until',
  'broken',
  'slow',
  'slow-body',
  'hung-up',
  'cut-off',
  'half-json',
  'not-json',
  'wrong-shape',
  'empty',
  'refuses',
  'filtered',
  'endless',
  'no-key',
  'unknown-model',
  'moves-on',
] as const;
export type ModelFault = (typeof FAULTS)[number];

export interface SeenCall {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export interface ModelDouble {
  /** Of the endpoint in OpenAI's form. */
  base: string;
  /** Of the binding's. */
  origin: string;
  calls: SeenCall[];
  /** What the model says to a prompt: text, or a value that stands there as JSON. */
  says: (prompt: { system: string; user: string }) => unknown;
  /** Whether it takes a JSON schema; else 400, as some endpoints answer. */
  knowsSchema: boolean;
  close(): Promise<void>;
}

/**
 * A model behind the two real wires: `POST /v1/chat/completions` of OpenAI's kind, and `POST /run` as the binding `AI`
 * of workerd sends it. Faults are told by the model's name.
 */
export async function startModelDouble(): Promise<ModelDouble> {
  const server = createServer((request, response) => void answer(double, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: ModelDouble = {
    base: `${origin}/v1`,
    origin,
    calls: [],
    says: () => ({ points: [], tldr: null }),
    knowsSchema: true,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return double;
}

async function answer(
  double: ModelDouble,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const sent = JSON.parse(text) as Record<string, unknown>;
  const isBinding = request.url === '/run';
  const inputs = (isBinding ? sent.inputs : sent) as Record<string, unknown>;
  double.calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body: sent });
  const model = String(sent.model);
  const format = inputs.response_format as { type: string };
  if (format.type === 'json_schema' && !double.knowsSchema)
    return send(response, 400, {
      error: { message: 'response_format is not supported', type: 'invalid_request_error' },
    });
  if ((FAULTS as readonly string[]).includes(model)) return fail(model as ModelFault, isBinding, response);
  const [system, user] = (inputs.messages as { content: string }[]).map(({ content }) => content);
  const said = double.says({ system: system ?? '', user: user ?? '' });
  return send(response, 200, isBinding ? bindingReply(said) : chatReply(said));
}

function chatReply(said: unknown, finishReason = 'stop', refusal?: string): object {
  const content = refusal !== undefined ? null : typeof said === 'string' ? said : JSON.stringify(said);
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'double',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, ...(refusal === undefined ? {} : { refusal }) },
        finish_reason: finishReason,
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

/** In JSON mode the answer is an object already. */
function bindingReply(said: unknown): object {
  return {
    response: said,
    tool_calls: [],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const WELL = {
  points: [{ text: 'All is well.', paragraphs: [1] }],
  tldr: { text: 'All is well.', paragraphs: [1] },
};
const SECRET_ECHO = { error: { message: 'Incorrect API key provided: secret-key', code: 'invalid_api_key' } };

function fail(fault: ModelFault, isBinding: boolean, response: ServerResponse): void {
  const reply = isBinding ? bindingReply : chatReply;
  switch (fault) {
    case 'busy':
      send(response, 429, { error: { message: 'Rate limit reached' } }, { 'Retry-After': '7' });
      break;
    case 'busy-until': {
      const until = new Date(Date.now() + 90_000).toUTCString();
      send(response, 429, {}, { 'Retry-After': until });
      break;
    }
    case 'broken':
      send(response, 500, '<html>Internal Server Error</html>');
      break;
    case 'slow':
      break; // Until the caller has had enough.
    case 'slow-body':
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"choices": [');
      break;
    case 'hung-up':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"choices": [');
      setTimeout(() => response.destroy(), 20);
      break;
    case 'cut-off':
      send(
        response,
        200,
        isBinding ? chatReply('{"points": [{"te', 'length') : chatReply('{"points": [{"te', 'length'),
      );
      break;
    case 'half-json':
      send(response, 200, '{"choices": [{"message": {"content": "{');
      break;
    case 'not-json':
      send(response, 200, reply('Sure! Here is your summary: the pier is closed.'));
      break;
    case 'wrong-shape':
      send(response, 200, reply({ summary: 'The pier is closed.', points: 'none' }));
      break;
    case 'empty':
      send(response, 200, reply(''));
      break;
    case 'refuses':
      send(response, 200, chatReply(WELL, 'stop', 'I cannot help with that.'));
      break;
    case 'filtered':
      send(response, 200, chatReply('', 'content_filter'));
      break;
    case 'endless': {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = () => {
        if (!response.destroyed && response.write('x'.repeat(64 * 1024))) setTimeout(more, 1);
        else if (!response.destroyed) response.once('drain', more);
      };
      more();
      break;
    }
    case 'no-key':
      send(response, 401, SECRET_ECHO);
      break;
    case 'unknown-model':
      send(response, 404, { error: { message: 'The model does not exist', code: 'model_not_found' } });
      break;
    case 'moves-on':
      send(response, 307, {}, { Location: '/v1/elsewhere' });
      break;
  }
}
