import type { DocsOperation } from './contract.ts';

/** A call that can be pasted into a shell. */
export function exampleCall(
  method: string,
  address: string,
  { parameters = [], requestBody, security = [] }: DocsOperation,
): string {
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), address);
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  const url = `"${path}${query.length === 0 ? '' : `?${query.join('&')}`}"`;
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const example = Object.values(content?.examples ?? {})[0]?.value;
  const needsToken = security.length > 0 && security.every((way) => Object.keys(way).length > 0);
  return [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(needsToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(mediaType === undefined ? [] : [`-H "Content-Type: ${mediaType}"`]),
    ...(example === undefined
      ? []
      : [`--data '${JSON.stringify(example).replaceAll("'", String.raw`'\''`)}'`]),
    url,
  ].join(' ');
}
