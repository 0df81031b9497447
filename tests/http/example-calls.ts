import type { OpenApiOperation, OpenApiParameter } from '../../src/http/openapi/openapi-object.ts';

export interface ExampleCall {
  title: string;
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

/** The smallest call of an operation, then one for each example of a parameter and of a body. Nobody is named. */
export function callsOf(method: string, path: string, operation: OpenApiOperation): ExampleCall[] {
  const { parameters = [], requestBody } = operation;
  const address = parameters
    .filter(({ in: place }) => place === 'path')
    .reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), path);
  const required = parameters.filter(
    ({ in: place, required: isRequired }) => place === 'query' && isRequired,
  );
  const bodies = Object.entries(requestBody?.content ?? {}).flatMap(([type, { examples = {} }]) =>
    Object.entries(examples).map(([name, { value }]) => ({ type, name, value })),
  );
  const query = (extra: readonly OpenApiParameter[]) => {
    const all = [...required, ...extra].map(
      ({ name, example }) => `${name}=${encodeURIComponent(String(example))}`,
    );
    return all.length === 0 ? '' : `?${all.join('&')}`;
  };
  const init = (body: { type: string; value: unknown } | undefined) => ({
    method,
    headers: body === undefined ? {} : { 'Content-Type': body.type },
    ...(body === undefined
      ? {}
      : { body: typeof body.value === 'string' ? body.value : JSON.stringify(body.value) }),
  });
  const raw = bodies.find(({ type }) => type === 'text/plain') ?? bodies[0];
  const single = parameters.filter(
    ({ in: place, example, required: isRequired }) =>
      place === 'query' && example !== undefined && !isRequired,
  );
  return [
    ...(bodies.length === 0 ? [{ title: 'as it is', path: address + query([]), init: init(undefined) }] : []),
    ...single.map((parameter) => ({
      title: `with ${parameter.name}=${String(parameter.example)}`,
      path: address + query([parameter]),
      init: init(raw),
    })),
    ...bodies.map((body) => ({
      title: `with the ${body.type} example "${body.name}"`,
      path: address + query([]),
      init: init(body),
    })),
  ];
}
