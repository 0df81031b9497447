import { renderDocument } from './document.ts';

/** The part of a JSON Schema that the reference shows. */
export interface DocsSchema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Readonly<Record<string, DocsSchema>>;
  required?: readonly string[];
  items?: DocsSchema;
  anyOf?: readonly DocsSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface DocsOperation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters?: readonly {
    name: string;
    in: string;
    description: string;
    required: boolean;
    schema: DocsSchema;
    example?: string | number | readonly string[];
  }[];
  requestBody?: {
    content: Readonly<
      Record<
        string,
        { schema: DocsSchema; examples?: Readonly<Record<string, { summary: string; value: unknown }>> }
      >
    >;
  };
  responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: DocsSchema }>> }>
  >;
}

/** The OpenAPI document, as far as a reader wants it. */
export interface DocsPageProps {
  document: {
    info: Readonly<Record<string, unknown>>;
    tags: readonly { name: string; description: string }[];
    paths: Readonly<Record<string, Readonly<Record<string, DocsOperation>>>>;
    components: { schemas: Readonly<Record<string, DocsSchema>> };
  };
  publicationName: string;
  origin: string;
}

/** The contract as a page to read: no script, no other host, every part with an address of its own. */
export function renderDocsPage({ document, publicationName, origin }: DocsPageProps): string {
  const title = `${publicationName}: the API`;
  return renderDocument({
    title,
    language: 'en',
    skipLabel: 'Skip to content',
    publicationName,
    canonical: `${origin}/docs`,
    children: (
      <article>
        <h1>{title}</h1>
        <div class="body">
          <Prose text={String(document.info.description)} />
          <p>
            For machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).
          </p>
          {document.tags.map((tag) => (
            <TagSection tag={tag} paths={document.paths} origin={origin} />
          ))}
          <h2 id="schemas">Schemas</h2>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <Schema name={name} schema={schema} />
          ))}
        </div>
      </article>
    ),
  });
}

function TagSection({
  tag,
  paths,
  origin,
}: {
  tag: { name: string; description: string };
  paths: DocsPageProps['document']['paths'];
  origin: string;
}) {
  return (
    <>
      <h2 id={tag.name}>{tag.description}</h2>
      {Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, operation]) => operation.tags.includes(tag.name))
          .map(([method, operation]) => (
            <Operation method={method.toUpperCase()} path={path} operation={operation} origin={origin} />
          )),
      )}
    </>
  );
}

function Operation({
  method,
  path,
  operation,
  origin,
}: {
  method: string;
  path: string;
  operation: DocsOperation;
  origin: string;
}) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return (
    <section>
      <h3 id={operationId}>{summary}</h3>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <Prose text={description} />
      <pre>
        <code>{curl(method, origin + path, operation)}</code>
      </pre>
      {parameters.length === 0 ? null : (
        <table>
          <tr>
            <th>Parameter</th>
            <th>In</th>
            <th>Value</th>
            <th>Meaning</th>
          </tr>
          {parameters.map((parameter) => (
            <tr>
              <td>
                <code>{parameter.name}</code>
              </td>
              <td>{parameter.in}</td>
              <td>{describeValue(parameter.schema)}</td>
              <td>
                <Inline text={parameter.description} />
                {parameter.required ? ' Required.' : null}
              </td>
            </tr>
          ))}
        </table>
      )}
      {requestBody === undefined ? null : (
        <p>
          Body:{' '}
          {Object.entries(requestBody.content).map(([mediaType, { schema }], index) => (
            <>
              {index === 0 ? null : ', '}
              <code>{mediaType}</code> <SchemaName schema={schema} />
            </>
          ))}
        </p>
      )}
      <table>
        <tr>
          <th>Status</th>
          <th>Answer</th>
          <th>Body</th>
        </tr>
        {Object.entries(responses).map(([status, { description: meaning, content = {} }]) => (
          <tr>
            <td>{status}</td>
            <td>
              <Inline text={meaning} />
            </td>
            <td>
              {Object.values(content).map(({ schema }, index) =>
                index === 0 ? <SchemaName schema={schema} /> : null,
              )}
            </td>
          </tr>
        ))}
      </table>
    </section>
  );
}

function SchemaName({ schema }: { schema: DocsSchema }) {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? <>text</> : <a href={`#schema-${name}`}>{name}</a>;
}

function Schema({ name, schema }: { name: string; schema: DocsSchema }) {
  const { description, properties = {}, required = [] } = schema;
  return (
    <section>
      <h3 id={`schema-${name}`}>{name}</h3>
      {description === undefined ? null : <Prose text={description} />}
      {Object.keys(properties).length === 0 ? null : (
        <table>
          <tr>
            <th>Member</th>
            <th>Value</th>
            <th>Meaning</th>
          </tr>
          {Object.entries(properties).map(([member, value]) => (
            <tr>
              <td>
                <code>{member}</code>
                {required.includes(member) ? '' : ' (optional)'}
              </td>
              <td>{describeValue(value)}</td>
              <td>
                <Inline text={value.description ?? ''} />
              </td>
            </tr>
          ))}
        </table>
      )}
    </section>
  );
}

/** `integer, 1 to 100, default 20`. */
function describeValue(schema: DocsSchema): string {
  return [describeType(schema), describeBounds(schema), describeDefault(schema)].filter(Boolean).join(', ');
}

function describeType(schema: DocsSchema): string {
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(describeType).join(' | ');
  if (schema.type === 'array') return `list of ${describeType(schema.items ?? {})}`;
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ');
}

function describeBounds(schema: DocsSchema): string {
  const bounded = schema.anyOf?.find(({ maxLength }) => maxLength !== undefined) ?? schema;
  const { minimum, maximum, maxLength, maxItems } = bounded;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  return maxItems === undefined ? '' : `at most ${maxItems}`;
}

function describeDefault({ default: value }: DocsSchema): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  return `default ${String(value)}`;
}

/** A call that can be pasted into a shell. */
function curl(method: string, address: string, { parameters = [], requestBody }: DocsOperation): string {
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), address);
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  const url = `"${path}${query.length === 0 ? '' : `?${query.join('&')}`}"`;
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const example = Object.values(content?.examples ?? {})[0]?.value;
  const isWrite = method === 'PUT' || method === 'DELETE';
  return [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(isWrite ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(mediaType === undefined ? [] : [`-H "Content-Type: ${mediaType}"`]),
    ...(example === undefined
      ? []
      : [`--data '${JSON.stringify(example).replaceAll("'", String.raw`'\''`)}'`]),
    url,
  ].join(' ');
}

/** Text in which back-ticks mark code. */
function Inline({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</>;
}

function Prose({ text }: { text: string }) {
  return (
    <p>
      <Inline text={text} />
    </p>
  );
}
