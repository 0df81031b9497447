import { formatEtag } from '../../core/catalogue/etag.ts';
import { tagRuleSchema } from '../../core/summary/rule.ts';
import type { StandingRules } from '../../flows/ports.ts';
import { askTruth } from '../../flows/read-article.ts';
import { setRule, versionOfRules } from '../../flows/set-rule.ts';
import { type Answer, answerJson, JSON_TYPE } from '../answer.ts';
import { requireScope } from '../auth.ts';
import { readJsonBody } from '../body.ts';
import type { Context, Dependencies } from '../context.ts';
import { preconditionsOf } from '../preconditions.ts';
import { respond } from '../respond.ts';
import { parseBody, parseQuery, refuseQuery } from '../validate.ts';
import { historyParametersSchema } from './reviews.ts';

const RULE_MAX_BYTES = 1024;

export async function getRules(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, desk } = dependencies;
  await requireScope(context, settings, 'edit');
  refuseQuery(context);
  const rules = await askTruth(() => desk.rules());
  return respond(context, settings, {
    etag: await etagOf(dependencies, rules),
    cache: 'private',
    contentType: JSON_TYPE,
    body: () => describe(rules),
  });
}

export async function postRule(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { name } = await requireScope(context, dependencies.settings, 'edit');
  refuseQuery(context);
  const rule = parseBody(await readJsonBody(context, RULE_MAX_BYTES), tagRuleSchema);
  const rules = await setRule(dependencies, rule, name, preconditionsOf(context));
  const headers = { ETag: await etagOf(dependencies, rules) };
  return { status: 200, cache: 'private', contentType: JSON_TYPE, headers, body: describe(rules) };
}

export async function getRuleHistory({ settings, desk }: Dependencies, context: Context): Promise<Answer> {
  await requireScope(context, settings, 'edit');
  const { limit, before } = parseQuery(context, historyParametersSchema);
  return answerJson({ items: await askTruth(() => desk.ruleHistory(before ?? null, limit)) }, 'private');
}

function describe({ items, isApplied }: StandingRules): string {
  return JSON.stringify({ items, applied: isApplied });
}

async function etagOf({ catalogue, build }: Dependencies, rules: StandingRules): Promise<string> {
  const version = versionOfRules(await askTruth(() => catalogue.identify()), rules);
  return formatEtag(version, `${rules.isApplied} ${build}`);
}
