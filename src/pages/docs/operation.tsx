import type { DocsOperation } from './contract.ts';
import { describeValue } from './describe-value.ts';
import { exampleCall } from './example-call.ts';
import { Inline, Prose } from './prose.tsx';
import { SchemaName } from './schema.tsx';

/** One call: what it does, how to make it, what it answers. */
export function Operation({
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
      <pre tabindex={0}>
        <code>{exampleCall(method, origin + path, operation)}</code>
      </pre>
      {parameters.length === 0 ? null : <Parameters parameters={parameters} />}
      {requestBody === undefined ? null : <RequestBody content={requestBody.content} />}
      <Responses responses={responses} />
    </section>
  );
}

function Parameters({ parameters }: { parameters: NonNullable<DocsOperation['parameters']> }) {
  return (
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
  );
}

function RequestBody({ content }: NonNullable<DocsOperation['requestBody']>) {
  return (
    <p>
      Body:{' '}
      {Object.entries(content).map(([mediaType, { schema }], index) => (
        <>
          {index === 0 ? null : ', '}
          <code>{mediaType}</code> <SchemaName schema={schema} />
        </>
      ))}
    </p>
  );
}

function Responses({ responses }: Pick<DocsOperation, 'responses'>) {
  return (
    <table>
      <tr>
        <th>Status</th>
        <th>Answer</th>
        <th>Body</th>
      </tr>
      {Object.entries(responses).map(([status, { description, content = {} }]) => (
        <tr>
          <td>{status}</td>
          <td>
            <Inline text={description} />
          </td>
          <td>
            {Object.values(content).map(({ schema }, index) =>
              index === 0 ? <SchemaName schema={schema} /> : null,
            )}
          </td>
        </tr>
      ))}
    </table>
  );
}
