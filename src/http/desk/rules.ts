import { DomainError } from '../../core/errors.ts';
import { LIST_DEFAULT_COUNT } from '../../core/limits.ts';
import { tagRuleSchema } from '../../core/summary/rule.ts';
import { askTruth } from '../../flows/read-article.ts';
import { setRule } from '../../flows/set-rule.ts';
import type { DeskLabels } from '../../pages/desk/desk-labels.ts';
import { renderRules } from '../../pages/desk/rules-page.tsx';
import type { Answer } from '../answer.ts';
import type { Context, Dependencies } from '../context.ts';
import { parseBody } from '../validate.ts';
import { answerPage, goTo } from './answer-page.ts';
import type { Form } from './form.ts';
import { frameOf } from './frame.ts';
import type { Editor } from './session.ts';

/** What the address names stands in the form: a tag that was looked at, or what was typed when a session ended. */
export function showRules(dependencies: Dependencies, context: Context, editor: Editor): Promise<Answer> {
  return show(dependencies, context, editor, new URL(context.req.url).searchParams);
}

export async function setRuleByForm(
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const id = await askTruth(() => dependencies.catalogue.identify());
  const preconditions = {
    ifMatch: `"${id}.-rules.${form.get('entry') ?? ''}.0.desk"`,
    ifNoneMatch: undefined,
  };
  try {
    const tag = form.get('standing') ?? form.get('tag')?.trim();
    const rule = parseBody({ tag, rule: form.get('rule') }, tagRuleSchema);
    await setRule(dependencies, rule, editor.name, preconditions);
    return goTo('/desk/rules');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const told = TOLD[error.fault.kind];
    if (told === undefined) throw error;
    return show(dependencies, context, editor, form, told);
  }
}

interface Told {
  message: keyof DeskLabels;
  status: number;
}

/** What an editor can mend, with what was typed still there. */
const TOLD: Readonly<Record<string, Told | undefined>> = {
  'precondition-failed': { message: 'conflict', status: 412 },
  'invalid-body': { message: 'badTag', status: 422 },
};

async function show(
  dependencies: Dependencies,
  context: Context,
  editor: Editor,
  asked: Form,
  told?: Told,
): Promise<Answer> {
  const { desk } = dependencies;
  const [frame, rules, history] = await Promise.all([
    frameOf(dependencies, context, editor),
    askTruth(() => desk.rules()),
    askTruth(() => desk.ruleHistory(null, LIST_DEFAULT_COUNT)),
  ]);
  const page = renderRules(frame, {
    rules,
    history,
    tag: asked.get('tag') ?? asked.get('standing') ?? '',
    rule: asked.get('rule') ?? 'review',
    message: told && frame.labels[told.message],
  });
  return answerPage(page, told?.status);
}
