import type { PROBLEMS } from './problem.ts';

/** What each problem means and what to do about it: the text of `/problems/{type}`. */
export const PROBLEM_NOTES: Readonly<Record<keyof typeof PROBLEMS, string>> = {
  'malformed-body':
    'The body could not be parsed at all: it is not JSON, or not UTF-8. Check what is really sent, byte for byte, and that its Content-Type says so.',
  'invalid-body':
    'The body was parsed, but members are missing, unknown or out of bounds. Each entry of "errors" points to one of them and says what would do.',
  'invalid-parameter':
    'A parameter of the query or path is unknown, repeated or out of bounds. Each entry of "errors" names one; for an unknown name the nearest known one is given.',
  'body-too-large':
    'More bytes were sent than this call takes. Send less; images belong behind addresses, not into the text.',
  'article-too-large':
    'The article fits the limit of a request, but not the place where it is stored once its text has been prepared. Split it.',
  'nested-too-deeply':
    'Elements, lists or quotations stand one inside the other deeper than any reader could follow. Such a body is nearly always the output of a broken program.',
  'too-many-elements':
    'The body is cut into more pieces than the longest articles have. Tables of data belong behind a link; repeated empty paragraphs can go.',
  'unsupported-media-type':
    'The Content-Type is missing or is none that this call reads. The field "Accept" of the answer lists those that it does.',
  'unsupported-content-coding':
    'Compressed bodies are not read. Send the body as it is, without Content-Encoding.',
  unauthorized:
    'The call needs a token, or the one that was sent is unknown. Send it as "Authorization: Bearer …". Tokens are made by "npm run token".',
  'insufficient-scope': 'The token is known but may not do this. The answer names the scope that it lacks.',
  'writes-not-configured':
    'This deployment has no tokens yet, so nobody can write to it. Set the secret API_TOKENS.',
  'article-not-found': 'No article that you may see has this slug. A draft is seen with a token only.',
  'article-deleted': 'There was an article and it was removed on purpose. Links to it can be dropped.',
  'text-not-public':
    'Only the summary of this article is public. Its text stands on the page of its publisher.',
  'summary-disabled': 'The author has switched the summary of this text off.',
  'nothing-to-summarise':
    'There is no sentence with a word in it: a picture post, a table, or an empty text.',
  'override-not-found': 'There is no editor’s word on this summary, so there is nothing to take back.',
  'foreign-origin':
    'The desk takes forms that its own pages send, and no others, so that no other site can decide in the name of an editor.',
  'proposal-not-found':
    'A proposal is made some time after the article was changed, where a model is set (`GENERATOR`), and ends with the next change of its words. `GET /v1/articles/{slug}/review` shows it.',
  'access-refused':
    'The desk stands behind Cloudflare Access. The request carries no token of it, or one that is forged, over, or meant for another application.',
  'entry-not-found':
    'Entries are numbered from 1 for each article. Read them under /v1/articles/{slug}/history.',
  'precondition-failed':
    'Somebody changed the article after you had read it, or it is not there. Read it again, look at the change, and send yours with the new ETag.',
  'precondition-required':
    'This would change an article that stands there already. Send If-Match with the ETag that you have read, so that nobody’s change is lost.',
  'older-than-stored':
    'What was sent is older than what is stored. When messages overtake each other this is right and nothing has to be done.',
  'url-taken': 'Another article has this page already. One page is one article.',
  'stronger-source':
    'This article was written by a source that counts for more, and a weaker one never changes it.',
  'page-not-found': 'No article of this publication leads to this page.',
  'site-not-registered':
    'The page belongs to a host that is not one of the publication. Its hosts are in the setting SITES.',
  'page-refused':
    'The address is not one that is fetched: it must be https, on the default port, a name and not a number, without user information.',
  'page-opted-out':
    'The page, or the robots.txt of its host, asks not to be read or summarised. Only its publisher can change that.',
  'not-an-article':
    'The page was read, but it is not marked as an article and holds too little text to be taken for one.',
  'page-unavailable':
    'The host of the page did not give it: it refused, failed, redirected away, or sent something that is no page.',
  'page-timeout': 'The host of the page was too slow. Try again later.',
  'anonymous-post-off': 'This deployment summarises sent text only for those who have a token.',
  'token-required':
    'Only the summary of this article is public, and this parameter could be used to read its text piece by piece.',
  'rate-limited':
    'Too many calls came from this address in a minute. Wait as long as Retry-After says. Calls under /v1 with a token are not limited.',
  'store-unavailable':
    'The store did not answer. Nothing was changed. Try again after the time that Retry-After gives.',
  'store-full':
    'The database of the publication holds all that it can. Nothing was changed; reading goes on. GET /v1/status tells how much room there is, and docs/operations.md what to do.',
  'route-not-found': 'Nothing has this address. The documentation lists what there is.',
  'method-not-allowed':
    'The address exists, but not for this method. The field Allow of the answer lists its methods.',
  unexpected:
    'A fault of ours. The log has the id that stands in "instance"; please report it with the time.',
};
