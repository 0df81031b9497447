import { reset } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from './routes.ts';
import { AUTHORIZED, call, putArticle } from './service.ts';

/** What linters of HTTP (httplint, REDbot) look for, one rule a test, on the answers of every route. */
const TEXT = 'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.';
const answers = new Map<string, Response>();

beforeAll(async () => {
  await putArticle('bridge', { title: 'Bridge closes', text: TEXT });
  await putArticle('linked', { title: 'Bridge opens', text: TEXT, url: 'https://news.example/linked' });
  for (const { path, headers = {} } of ROUTES) answers.set(`GET ${path}`, await call(path, { headers }));
  for (const { path } of ROUTES) answers.set(`OPTIONS ${path}`, await call(path, { method: 'OPTIONS' }));
  for (const { path } of ROUTES) answers.set(`PATCH ${path}`, await call(path, { method: 'PATCH' }));
  answers.set('PUT', await putArticle('new', { title: 'New', text: TEXT }));
  answers.set('PUT without token', await call('/v1/articles/new', { method: 'PUT' }));
  answers.set('PUT over another', await putArticle('new', { title: 'Newer', text: TEXT }));
  answers.set(
    'PUT of XML',
    await call('/v1/articles/x', {
      method: 'PUT',
      headers: { ...AUTHORIZED, 'Content-Type': 'text/xml' },
      body: '<a/>',
    }),
  );
});

afterAll(async () => {
  await reset();
});

/** Names of the answers that break a rule. */
function breaking(isBroken: (response: Response, name: string) => boolean): string[] {
  return [...answers]
    .filter(([name, response]) => isBroken(response, name))
    .map(([name, { status }]) => `${name} ${status}`);
}

const VISIBLE = /^[\x20-\x7e]*$/u;
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/iu;
const DIRECTIVE = /^[a-z-]+(?:=(?:\d+|"[^"]*"))?$/u;

describe('RFC 9110', () => {
  it('5.1 and 5.5: names are tokens, values are visible ASCII without space at either end', () => {
    expect(
      breaking(({ headers }) =>
        [...headers].some(
          ([name, value]) => !TOKEN.test(name) || !VISIBLE.test(value) || value.trim() !== value,
        ),
      ),
    ).toEqual([]);
  });

  it('8.3: whatever has a body says its media type, and text its charset', async () => {
    const bodies = new Map<string, string>();
    for (const [name, response] of answers) bodies.set(name, await response.clone().text());
    const isTyped = (type: string) =>
      /^[a-z]+\/[a-z+.-]+(?:; charset=utf-8)?$/u.test(type) &&
      (!type.startsWith('text/') || type.endsWith('utf-8'));
    expect(
      breaking(({ headers }, name) => bodies.get(name) !== '' && !isTyped(headers.get('Content-Type') ?? '')),
    ).toEqual([]);
  });

  it('8.5: Content-Language is a language tag', () => {
    const isTag = (tag: string | null) => tag === null || Intl.getCanonicalLocales(tag)[0] === tag;
    expect(breaking(({ headers }) => !isTag(headers.get('Content-Language')))).toEqual([]);
  });

  it('8.8.3: entity tags are quoted', () => {
    expect(
      breaking(({ headers }) => !/^$|^(?:W\/)?"[\x21\x23-\x7e]*"$/u.test(headers.get('ETag') ?? '')),
    ).toEqual([]);
  });

  it('10.2.1 and 15.5.6: 405 has Allow, without the method that was refused', () => {
    expect(
      breaking(({ status, headers }) => status === 405 && /PATCH/u.test(headers.get('Allow') ?? 'PATCH')),
    ).toEqual([]);
  });

  it('10.2.2: 201 and redirects have an absolute Location; after a form it may be a path of the same host', () => {
    const needsLocation = (status: number) =>
      status === 201 || (status >= 300 && status < 400 && status !== 304);
    expect(
      breaking(({ status, headers }) => {
        const location = headers.get('Location') ?? '';
        const isOurPath = status === 303 && /^\/[a-z]/u.test(location);
        return needsLocation(status) && !isOurPath && URL.parse(location) === null;
      }),
    ).toEqual([]);
    expect(answers.get('PUT')?.status).toBe(201);
  });

  it('11.6.1: 401 has WWW-Authenticate', () => {
    expect(breaking(({ status, headers }) => status === 401 && !headers.has('WWW-Authenticate'))).toEqual([]);
    expect(answers.get('PUT without token')?.status).toBe(401);
  });

  it('15.3.5: 204 has no body, type or length', () => {
    expect(
      breaking(
        ({ status, headers, body }) =>
          status === 204 && (body !== null || headers.has('Content-Type') || headers.has('Content-Length')),
      ),
    ).toEqual([]);
  });

  it('15.5.16: 415 says what is taken', () => {
    expect(answers.get('PUT of XML')?.headers.get('Accept')).toBe('application/json');
  });
});

describe('RFC 9111', () => {
  it('5.2: Cache-Control stands once on every answer, with known directives that do not contradict', () => {
    const isSound = (field: string) => {
      const directives = field.split(', ');
      const names = directives.map((directive) => directive.split('=')[0]);
      const contradicts =
        names.includes('no-store') && (names.includes('public') || names.includes('max-age'));
      return (
        directives.every((directive) => DIRECTIVE.test(directive)) &&
        new Set(names).size === names.length &&
        !contradicts
      );
    };
    expect(breaking(({ headers }) => !isSound(headers.get('Cache-Control') ?? ''))).toEqual([]);
  });

  it('5.3 and 5.4: neither Expires nor Pragma repeats it', () => {
    expect(breaking(({ headers }) => headers.has('Expires') || headers.has('Pragma'))).toEqual([]);
  });

  it('3.5: what was asked with a token is never public', () => {
    const withToken = ROUTES.filter(({ headers }) => headers !== undefined).map(({ path }) => `GET ${path}`);
    expect(
      withToken.filter((name) => !/private/u.test(answers.get(name)?.headers.get('Cache-Control') ?? '')),
    ).toEqual([]);
  });

  it('4: an error is kept only where it tells what a page or an article is, and for ten seconds', () => {
    const toldOfPages = [403, 404, 410, 422, 502, 504];
    const isKept = (field: string | null) => !/no-store/u.test(field ?? '');
    expect(
      breaking(({ status, headers }, name) => {
        const field = headers.get('Cache-Control');
        const mayBeKept = toldOfPages.includes(status) && /^(?:GET|HEAD) /u.test(name);
        return status >= 400 && isKept(field) && !(mayBeKept && field === 'public, max-age=10');
      }),
    ).toEqual([]);
  });
});

describe('RFC 8288', () => {
  it('3: links are absolute and name their relation', () => {
    const isLink = (value: string) => /^<https:\/\/[^<> ]+>; rel="[a-z]+"(?:; type="[a-z/]+")?$/u.test(value);
    expect(
      breaking(({ headers }) => (headers.get('Link')?.split(', ') ?? []).some((value) => !isLink(value))),
    ).toEqual([]);
  });
});

describe('RFC 9457', () => {
  it('3: every error is a problem document whose status is the answer’s and whose type is a page of ours', async () => {
    for (const [name, response] of answers) {
      if (response.status < 400) continue;
      const problem = (await response.clone().json()) as { type: string; status: number };
      expect(response.headers.get('Content-Type'), name).toBe('application/problem+json');
      expect(problem.status, name).toBe(response.status);
      expect((await call(new URL(problem.type).pathname)).status, problem.type).toBe(200);
    }
  });
});
