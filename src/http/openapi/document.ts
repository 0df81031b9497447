import { METHODS, type Method, type Resource } from '../resource.ts';
import { articleOperations } from './articles.ts';
import { makeComponents } from './components.ts';
import { describeOperation } from './describe-operation.ts';
import { ingestionOperations } from './ingestion.ts';
import { measureOperations } from './measures.ts';
import type { OpenApiDocument, OpenApiOperation } from './openapi-object.ts';
import { HEADER_NOTES, type PathOperations, TAGS } from './operation.ts';
import { pageOperations } from './pages.ts';
import { reviewOperations } from './reviews.ts';
import { serviceOperations } from './service.ts';
import { summaryOperations } from './summaries.ts';
import { upkeepOperations } from './upkeep.ts';
import { widgetPageOperations } from './widget-pages.ts';

/** Everything that is described; a test fails when a mounted route is missing here. */
export const DESCRIBED: PathOperations = {
  ...articleOperations,
  ...summaryOperations,
  ...reviewOperations,
  ...measureOperations,
  ...pageOperations,
  ...widgetPageOperations,
  ...ingestionOperations,
  ...serviceOperations,
  ...upkeepOperations,
};

export interface DocumentProps {
  /** What is mounted: a described route that this deployment lacks is left out. */
  resources: readonly Pick<Resource, 'path' | Method>[];
  origin: string;
  publicationName: string;
  /** Of this service; the engine has a version of its own. */
  version: string;
}

/** Assembles the OpenAPI 3.1 document of what is mounted. Cost: some milliseconds, once an isolate. */
export function createDocument(props: DocumentProps): OpenApiDocument {
  const { origin, publicationName, version } = props;
  return {
    openapi: '3.1.0',
    info: {
      title: publicationName,
      version,
      description:
        'Articles with their extractive summaries. JSON is UTF-8, times are RFC 3339 in UTC, errors are RFC 9457 problem documents. The form of an answer is chosen by path or query, never by a request header, so any cache can hold it. Members may be added; readers ignore those that they do not know. An unknown or repeated parameter under /v1 is refused and the nearest known name is given.',
      contact: { name: publicationName, url: `${origin}/` },
    },
    servers: [{ url: origin }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: describePaths(props.resources),
    components: {
      schemas: makeComponents(),
      headers: Object.fromEntries(
        Object.entries(HEADER_NOTES).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of API_TOKENS.' } },
    },
  };
}

function describePaths(resources: DocumentProps['resources']): OpenApiDocument['paths'] {
  const mounted = new Map(resources.map((resource) => [resource.path, resource]));
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const [path, { route, operations }] of Object.entries(DESCRIBED)) {
    const methods = METHODS.filter((method) => mounted.get(route)?.[method] !== undefined);
    const described = methods.flatMap((method) => {
      const operation = operations[method];
      return operation === undefined
        ? []
        : [[method.toLowerCase(), describeOperation(path, method, operation)] as const];
    });
    if (described.length > 0) paths[path] = Object.fromEntries(described);
  }
  return paths;
}
