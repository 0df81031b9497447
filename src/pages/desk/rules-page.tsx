import { TAG_MAX_LENGTH } from '../../core/limits.ts';
import { RULES, type Rule, type RuleEntry } from '../../core/summary/rule.ts';
import type { StandingRules } from '../../flows/ports.ts';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import type { DeskLabels } from './desk-labels.ts';

export interface RulesProps {
  rules: StandingRules;
  history: readonly RuleEntry[];
  /** What stands in the form of another tag. */
  tag: string;
  rule: string;
  message: string | undefined;
}

export function renderRules(frame: DeskFrame, { rules, history, tag, rule, message }: RulesProps): string {
  const { labels } = frame;
  return renderDesk(
    labels.rules,
    frame,
    <>
      <h1>{labels.rules}</h1>
      <p class="hint">{labels.rulesHint}</p>
      {message === undefined ? null : <p role="alert">{message}</p>}
      {rules.isApplied ? null : <p role="status">{labels.following}</p>}
      <ul class="queue">
        {rules.items.map((standing, at) => (
          <li class="entry">
            <form class="search" method="post" action="/desk/rules">
              <input type="hidden" name="entry" value={String(rules.version)} />
              <input type="hidden" name="standing" value={standing.tag} />
              <p class="field">
                <a href={`/desk?${new URLSearchParams({ tag: standing.tag })}`}>
                  <bdi>{standing.tag}</bdi>
                </a>
              </p>
              <Choice id={`rule-${at}`} tag={standing.tag} chosen={standing.rule} labels={labels} />
            </form>
          </li>
        ))}
      </ul>
      <form class="search" method="post" action="/desk/rules">
        <input type="hidden" name="entry" value={String(rules.version)} />
        <p class="field">
          <label for="tag">{labels.tag}</label>
          <input
            id="tag"
            class="line"
            name="tag"
            value={tag}
            required
            maxlength={TAG_MAX_LENGTH}
            dir="auto"
          />
        </p>
        <Choice id="rule" chosen={rule} labels={labels} />
      </form>
      <History history={history} labels={labels} />
    </>,
  );
}

interface ChoiceProps {
  id: string;
  /** Named where several choices stand on a page. */
  tag?: string;
  chosen: string;
  labels: DeskLabels;
}

function Choice({ id, tag, chosen, labels }: ChoiceProps) {
  const name = (text: string) => (tag === undefined ? undefined : `${text}: ${tag}`);
  return (
    <>
      <p class="field short">
        <label for={id} hidden={tag !== undefined}>
          {labels.rule}
        </label>
        <select id={id} class="line" name="rule" aria-label={name(labels.rule)}>
          {RULES.map((rule) => (
            <option value={rule} selected={rule === chosen}>
              {nameOf(rule, labels)}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" aria-label={name(labels.save)}>
        {labels.save}
      </button>
    </>
  );
}

function History({ history, labels }: { history: readonly RuleEntry[]; labels: DeskLabels }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{labels.history}</h2>
      <ul class="history">
        {history.map(({ at, by, tag, before, after }) => (
          <li class="entry">
            <time datetime={at} dir="ltr">
              {at.slice(0, 16).replace('T', ' ')} UTC
            </time>{' '}
            · <bdi>{by}</bdi> · <bdi>{tag}</bdi>: <del>{nameOf(before, labels)}</del>{' '}
            <ins>{nameOf(after, labels)}</ins>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(rule: Rule, labels: DeskLabels): string {
  return { automatic: labels.automatic, review: labels.reviewFirst, off: labels.off }[rule];
}
