import type { DocsSchema } from './contract.ts';
import { describeValue } from './describe-value.ts';
import { Inline, Prose } from './prose.tsx';

/** Leads to the schema. */
export function SchemaName({ schema }: { schema: DocsSchema }) {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? <>text</> : <a href={`#schema-${name}`}>{name}</a>;
}

/** Every member of a body. */
export function Schema({ name, schema }: { name: string; schema: DocsSchema }) {
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
