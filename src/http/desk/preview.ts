import { previewRequestSchema, previewSummary } from '../../flows/preview-summary.ts';
import { type Answer, answerJson } from '../answer.ts';
import { type Context, type Dependencies, viewOf } from '../context.ts';
import { knownSlug } from '../slug.ts';
import { parseBody } from '../validate.ts';
import { oneLine } from './draft.ts';
import type { Form } from './form.ts';

/** What the script shows while an editor types. */
export async function previewByForm(
  dependencies: Dependencies,
  context: Context,
  form: Form,
): Promise<Answer> {
  const sentences = form.getAll('sentence').map(oneLine);
  const request = parseBody(sentences.length === 0 ? {} : { sentences }, previewRequestSchema);
  const preview = await previewSummary(
    dependencies,
    knownSlug(context),
    request,
    viewOf(context, dependencies.settings),
  );
  return answerJson(preview, 'private');
}
