import { renderDocument } from '../document.ts';
import type { DocsDocument } from './contract.ts';
import { Operation } from './operation.tsx';
import { Prose } from './prose.tsx';
import { Schema } from './schema.tsx';

export interface DocsPageProps {
  document: DocsDocument;
  publicationName: string;
  origin: string;
}

/** The contract as a page to read: no script, no other host, every part with an address of its own. */
export function renderDocsPage({ document, publicationName, origin }: DocsPageProps): Blob {
  const title = `${publicationName}: the API`;
  return renderDocument({
    title,
    description: 'Every call of the API with its parameters, answers and problems.',
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
  paths: DocsDocument['paths'];
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
