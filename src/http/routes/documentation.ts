import { formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { WIDGET_VERSION } from '../../pages/widget-release.ts';
import { type Answer, type AnswerBody, HTML_TYPE, JSON_TYPE } from '../answer.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import type { OpenApiDocument } from '../openapi/openapi-object.ts';
import { PROBLEMS } from '../problem.ts';
import type { Resource } from '../resource.ts';
import { respond } from '../respond.ts';

/**
 * The contract to read, for machines and people. What it is made of is loaded when somebody asks: its hundred schemas
 * would cost every isolate's start.
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
  const { publicationName } = settings;
  const documentFor = rememberLast(async (origin) => {
    const { createDocument } = await import('../openapi/document.ts');
    return createDocument({
      resources: [...mounted, ...resources],
      origin,
      publicationName,
      version: WIDGET_VERSION,
    });
  });

  const answer = (context: Context, name: string, contentType: string, body: () => AnswerBody) =>
    respond(context, settings, {
      etag: formatListEtag(
        'contract',
        0,
        `${name} ${originOf(context, settings)} ${publicationName} ${build}`,
      ),
      cache: 'list',
      contentType,
      body,
    });
  const getDocument = async (context: Context) => {
    const document: OpenApiDocument = await documentFor(originOf(context, settings));
    return answer(context, 'openapi', JSON_TYPE, () => JSON.stringify(document));
  };
  const getDocs = async (context: Context) => {
    const origin = originOf(context, settings);
    const { renderDocsPage } = await import('../../pages/docs/docs-page.tsx');
    const document = await documentFor(origin);
    return answer(context, 'docs', HTML_TYPE, () => renderDocsPage({ document, publicationName, origin }));
  };
  return resources;
}

async function getProblem({ settings, build }: Dependencies, context: Context): Promise<Answer> {
  const type = context.req.param('type') ?? '';
  if (!isProblemType(type)) throw new DomainError({ kind: 'route-not-found' });
  const origin = originOf(context, settings);
  const { publicationName } = settings;
  const { renderProblemPage } = await import('../../pages/problem-page.tsx');
  const { PROBLEM_NOTES } = await import('../problem-notes.ts');
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
