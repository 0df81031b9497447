import * as z from 'zod/mini';
import { textField } from '../article/text-field.ts';
import { lazily } from '../lazily.ts';
import { TAG_MAX_LENGTH } from '../limits.ts';

/** How the summaries of a tag's articles are shown, from the mildest to the strictest. */
export const RULES = ['automatic', 'review', 'off'] as const;
export const ruleSchema = lazily(() => z.enum(RULES));
export type Rule = z.infer<ReturnType<typeof ruleSchema>>;

/** Body of `POST /v1/rules`. */
export const tagRuleSchema = lazily(() =>
  z.strictObject({ tag: textField(TAG_MAX_LENGTH), rule: ruleSchema() }),
);
export type TagRule = z.infer<ReturnType<typeof tagRuleSchema>>;

/** One line of the history of the rules: who, when, which tag, from what to what. */
export const ruleEntrySchema = lazily(() =>
  z.object({
    entry: z.int(),
    at: z.string(),
    by: z.string(),
    tag: z.string(),
    before: ruleSchema(),
    after: ruleSchema(),
  }),
);
export type RuleEntry = z.infer<ReturnType<typeof ruleEntrySchema>>;

/** Which of the rules of an article's tags holds: the strictest. */
export function strictest(rules: readonly Rule[]): Rule {
  return RULES.findLast((rule) => rules.includes(rule)) ?? 'automatic';
}

/** What a backup keeps of the rules: those that are not automatic, and their history, oldest first. */
export interface SavedRules {
  rules: TagRule[];
  history: RuleEntry[];
}
