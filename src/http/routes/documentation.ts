import * as z from 'zod/mini';
import { formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { lazily } from '../../core/lazily.ts';
import { WIDGET_VERSION } from '../../pages/widget-release.ts';
import { type Answer, type AnswerBody, HTML_TYPE, JSON_TYPE } from '../answer.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { completeContract, readContract } from '../contract.ts';
import type { OpenApiDocument } from '../openapi/openapi-object.ts';
import { PROBLEMS } from '../problem.ts';
import type { Resource } from '../resource.ts';
import { respond } from '../respond.ts';

const RETRY_AFTER_SECONDS = 5;
/** What each problem means and what to do about it. Beside the Worker, like the contract: few ever ask. */
export const PROBLEM_NOTES_PATH = '/problem-notes.json';
const problemNotesSchema = lazily(() => z.record(z.string(), z.string()));

/** The contract to read, for machines and people. */
export function documentationResources(dependencies: Dependencies): Resource[] {
  const { settings, build, staticData } = dependencies;
  const { publicationName } = settings;
  const documentFor = async (origin: string): Promise<OpenApiDocument> => {
    const contract = await readContract(staticData);
    if (contract === undefined) throw fileMissing();
    return completeContract(contract, { origin, publicationName, version: WIDGET_VERSION });
  };

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
    const document = await documentFor(originOf(context, settings));
    return answer(context, 'openapi', JSON_TYPE, () => JSON.stringify(document));
  };
  const getDocs = async (context: Context) => {
    const origin = originOf(context, settings);
    const document = await documentFor(origin);
    const { renderDocsPage } = await import('../../pages/docs/docs-page.tsx');
    return answer(context, 'docs', HTML_TYPE, () => renderDocsPage({ document, publicationName, origin }));
  };
  return [
    { path: '/openapi.json', cors: 'public', GET: getDocument },
    { path: '/docs', cors: 'none', GET: getDocs },
    { path: '/problems/:type', cors: 'none', GET: (context) => getProblem(dependencies, context) },
  ];
}

async function getProblem({ settings, build, staticData }: Dependencies, context: Context): Promise<Answer> {
  const type = context.req.param('type') ?? '';
  if (!isProblemType(type)) throw new DomainError({ kind: 'route-not-found' });
  const origin = originOf(context, settings);
  const { publicationName } = settings;
  const { renderProblemPage } = await import('../../pages/problem-page.tsx');
  const notes = problemNotesSchema().safeParse(await staticData(PROBLEM_NOTES_PATH)).data?.[type];
  if (notes === undefined) throw fileMissing();
  return respond(context, settings, {
    etag: formatListEtag('contract', 0, `problem ${type} ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    language: 'en',
    body: () => renderProblemPage({ ...PROBLEMS[type], type, notes, publicationName, origin }),
  });
}

/** A deployment without `public/`. */
function fileMissing(): DomainError {
  return new DomainError({ kind: 'store-unavailable', retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function isProblemType(type: string): type is keyof typeof PROBLEMS {
  return Object.hasOwn(PROBLEMS, type);
}
