import type { ArticleInput, ArticlePut } from '../article/article.ts';
import { BODY_KINDS } from '../article/body-kind.ts';
import { joinParagraphs, renderContent } from '../content/render-content.ts';
import { DomainError, type FieldError } from '../errors.ts';
import { type ArticleRecord, isSummarised } from './article-record.ts';

/**
 * What a PUT asks for. It may hold what a GET gave, whole or changed: members that follow from others have no effect,
 * and what is as it was served is as it was written. So the answer of a GET, sent back, changes nothing.
 *
 * @throws {DomainError} `invalid-body` where several bodies contradict each other, or there is none.
 */
export function readPut(put: ArticlePut, stored: ArticleRecord | undefined): ArticleInput {
  const { slug: _slug, readingTimeSeconds: _time, previous: _previous, next: _next, ...rest } = put;
  const { html: _html, markdown: _markdown, text: _text, ...members } = rest;
  const input = { ...members, ...chooseBody(put, stored) };
  return stored === undefined ? input : withoutServed(input, stored);
}

type Body = Pick<ArticleInput, (typeof BODY_KINDS)[number]>;

/** One body, as everybody sends it, or the two forms that a GET gives; those are null where the text is not public. */
function chooseBody(put: ArticlePut, stored: ArticleRecord | undefined): Body {
  const { html, markdown, text } = put;
  const given = BODY_KINDS.filter((kind) => typeof put[kind] === 'string');
  const isReadBack = html !== undefined && text !== undefined;
  if (!isReadBack || given.length === 1) return onlyBody(put, given);
  if (typeof html !== 'string' || typeof text !== 'string')
    return markdown === undefined ? asWritten(stored) : { markdown };
  const isAsServed = stored !== undefined && html === stored.html && text === stored.text;
  if (isAsServed) return markdown === undefined ? asWritten(stored) : { markdown };
  if (markdown === undefined && (text === stored?.text || text === textOf(html))) return { html };
  throw refuseBodies('exclusive', given);
}

function onlyBody(put: ArticlePut, given: readonly (typeof BODY_KINDS)[number][]): Body {
  const [kind, ...others] = given;
  if (kind === undefined) throw refuseBodies('missing', given);
  if (others.length > 0) throw refuseBodies('exclusive', given);
  return { [kind]: put[kind] };
}

function asWritten(stored: ArticleRecord | undefined): Body {
  if (stored === undefined) throw refuseBodies('missing', []);
  return { [stored.bodyKind]: stored.bodySource };
}

function textOf(html: string): string | undefined {
  const rendered = renderContent('html', html);
  return rendered.ok ? joinParagraphs(rendered.content.paragraphs) : undefined;
}

function refuseBodies(code: 'missing' | 'exclusive', given: readonly string[]): DomainError {
  const error: FieldError = {
    pointer: code === 'missing' ? '#' : `#/${given[1]}`,
    code,
    detail: 'send exactly one of html, markdown, text',
    allowedValues: BODY_KINDS,
  };
  return new DomainError({ kind: 'invalid-body', errors: [error] });
}

/** Members that are served otherwise than they were written. */
function withoutServed(input: ArticleInput, stored: ArticleRecord): ArticleInput {
  const { aliases, revision, summaryEnabled, ...members } = input;
  const isFormer = (alias: string) => stored.formerUrls.includes(alias) && !stored.aliases.includes(alias);
  return {
    ...members,
    ...(aliases === undefined ? {} : { aliases: aliases.filter((alias) => !isFormer(alias)) }),
    ...(revision === undefined || revision === stored.revision ? {} : { revision }),
    ...(summaryEnabled === undefined
      ? {}
      : { summaryEnabled: summaryEnabled === isSummarised(stored) ? stored.summaryEnabled : summaryEnabled }),
  };
}
