import { formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { renderDocsPage } from '../../pages/docs/docs-page.tsx';
import { renderProblemPage } from '../../pages/problem-page.tsx';
import { WIDGET_VERSION } from '../../pages/widget-release.ts';
import { type Answer, type AnswerBody, HTML_TYPE, JSON_TYPE } from '../answer.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { createDocument } from '../openapi/document.ts';
import type { OpenApiDocument } from '../openapi/openapi-object.ts';
import { PROBLEMS } from '../problem.ts';
import { PROBLEM_NOTES } from '../problem-notes.ts';
import type { Resource } from '../resource.ts';
import { respond } from '../respond.ts';

/**
 * The contract to read, for machines and people.
 *
 * @param mounted - Every other resource of the service.
 */
export function documentationResources(dependencies: Dependencies, mounted: readonly Resource[]): Resource[] {
  const resources: Resource[] = [
    { path: '/openapi.json', cors: 'public', GET: (context) => getDocument(context) },
    { path: '/docs', cors: 'none', GET: (context) => getDocs(context) },
    { path: '/problems/:type', cors: 'none', GET: (context) => getProblem(dependencies, context) },
  ];
  const { settings, build } = dependencies;
  const documentFor = rememberLast((origin) =>
    createDocument({
      resources: [...mounted, ...resources],
      origin,
      publicationName: settings.publicationName,
      version: WIDGET_VERSION,
    }),
  );

  const answer = (
    context: Context,
    name: string,
    contentType: string,
    body: (document: OpenApiDocument) => AnswerBody,
  ) => {
    const origin = originOf(context, settings);
    return respond(context, settings, {
      etag: formatListEtag('contract', 0, `${name} ${origin} ${settings.publicationName} ${build}`),
      cache: 'list',
      contentType,
      body: () => body(documentFor(origin)),
    });
  };
  const getDocument = (context: Context) =>
    answer(context, 'openapi', JSON_TYPE, (document) => JSON.stringify(document));
  const getDocs = (context: Context) =>
    answer(context, 'docs', HTML_TYPE, (document) =>
      renderDocsPage({
        document,
        publicationName: settings.publicationName,
        origin: originOf(context, settings),
      }),
    );
  return resources;
}

function getProblem({ settings, build }: Dependencies, context: Context): Answer {
  const type = context.req.param('type') ?? '';
  if (!isProblemType(type)) throw new DomainError({ kind: 'route-not-found' });
  const origin = originOf(context, settings);
  const { publicationName } = settings;
  return respond(context, settings, {
    etag: formatListEtag('contract', 0, `problem ${type} ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    language: 'en',
    body: () =>
      renderProblemPage({ ...PROBLEMS[type], type, notes: PROBLEM_NOTES[type], publicationName, origin }),
  });
}

function isProblemType(type: string): type is keyof typeof PROBLEMS {
  return Object.hasOwn(PROBLEMS, type);
}

/** One origin is all that a deployment has; only without `PUBLIC_ORIGIN` there could be several. */
function rememberLast<T>(make: (name: string) => T): (name: string) => T {
  let last: { name: string; made: T } | undefined;
  return (name) => {
    if (last?.name !== name) last = { name, made: make(name) };
    return last.made;
  };
}
