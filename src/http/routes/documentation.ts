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
import { respond } from '../respond.ts';

const RETRY_AFTER_SECONDS = 5;
/** What each problem means and what to do about it. Beside the Worker, like the contract: few ever ask. */
export const PROBLEM_NOTES_PATH = '/problem-notes.json';
const problemNotesSchema = lazily(() => z.record(z.string(), z.string()));

/** The contract to read, for machines. */
export async function getDocument(dependencies: Dependencies, context: Context): Promise<Answer> {
  const document = await documentFor(dependencies, context);
  return respondContract(dependencies, context, {
    name: 'openapi',
    contentType: JSON_TYPE,
    body: () => JSON.stringify(document),
  });
}

/** The contract to read, for people. */
export async function getDocs(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings } = dependencies;
  const document = await documentFor(dependencies, context);
  const { renderDocsPage } = await import('../../pages/docs/docs-page.tsx');
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  return respondContract(dependencies, context, {
    name: 'docs',
    contentType: HTML_TYPE,
    body: () => renderDocsPage({ document, publicationName, origin }),
  });
}

async function documentFor(
  { settings, staticData }: Dependencies,
  context: Context,
): Promise<OpenApiDocument> {
  const contract = await readContract(staticData);
  if (contract === undefined) throw fileMissing();
  const { publicationName } = settings;
  return completeContract(contract, {
    origin: originOf(context, settings),
    publicationName,
    version: WIDGET_VERSION,
  });
}

function respondContract(
  { settings, build }: Dependencies,
  context: Context,
  { name, contentType, body }: { name: string; contentType: string; body: () => AnswerBody },
): Promise<Answer> {
  const variant = `${name} ${originOf(context, settings)} ${settings.publicationName} ${build}`;
  return respond(context, settings, {
    etag: formatListEtag('contract', 0, variant),
    cache: 'list',
    contentType,
    body,
  });
}

export async function getProblem(
  { settings, build, staticData }: Dependencies,
  context: Context,
): Promise<Answer> {
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
