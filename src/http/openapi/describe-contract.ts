import { METHODS } from '../resource.ts';
import { articleOperations } from './articles.ts';
import { makeComponents } from './components.ts';
import { describeOperation } from './describe-operation.ts';
import { ingestionOperations } from './ingestion.ts';
import { measureOperations } from './measures.ts';
import type { Contract } from './openapi-object.ts';
import { HEADER_NOTES, type PathOperations, TAGS } from './operation.ts';
import { pageOperations } from './pages.ts';
import { reviewOperations } from './reviews.ts';
import { serviceOperations } from './service.ts';
import { summaryOperations } from './summaries.ts';
import { upkeepOperations } from './upkeep.ts';
import { widgetPageOperations } from './widget-pages.ts';

/** Everything that is described; a test fails when a mounted route is missing here, or one here is not mounted. */
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

/** Assembles what is the same in every deployment. Cost: some milliseconds. */
export function describeContract(): Contract {
  return {
    openapi: '3.1.0',
    info: {
      description:
        'Articles with their extractive summaries. JSON is UTF-8, times are RFC 3339 in UTC, errors are RFC 9457 problem documents. The form of an answer is chosen by path or query, never by a request header, so any cache can hold it. Members may be added; readers ignore those that they do not know. An unknown or repeated parameter under /v1 is refused and the nearest known name is given.',
    },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: describePaths(),
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

function describePaths(): Contract['paths'] {
  return Object.fromEntries(
    Object.entries(DESCRIBED).map(([path, { operations }]) => [
      path,
      Object.fromEntries(
        METHODS.flatMap((method) => {
          const operation = operations[method];
          return operation === undefined
            ? []
            : [[method.toLowerCase(), describeOperation(path, method, operation)] as const];
        }),
      ),
    ]),
  );
}
