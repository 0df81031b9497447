import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { buildDesk } from '../../src/cli/build-desk.ts';
import { buildWidget } from '../../src/cli/build-widget.ts';
import { loadLabels } from '../../src/core/labels/labels.ts';
import { LANGUAGES, textDirection } from '../../src/core/labels/languages.ts';
import type { SummaryPreview } from '../../src/flows/preview-summary.ts';
import { createApp } from '../../src/http/app.ts';
import type { Dependencies } from '../../src/http/context.ts';
import { memoryDependencies, ORIGIN, TESTER_DIGEST } from './memory-service.ts';

const ARTICLE = {
  title: 'Tides <script>alert(1)</script>',
  text: 'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.\n\nBuses will run on the old road until the autumn. A new bridge would cost 90 million.',
};
/** SHA-256 of `reader-token`. */
const READER_DIGEST = [
  ...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('reader-token'))),
]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');

/** A newsroom with one article, and what an editor's browser sends. */
async function openDesk(environment: Record<string, string> = {}, replaced: Partial<Dependencies> = {}) {
  const clock = { now: Date.UTC(2026, 10, 1) };
  const dependencies = memoryDependencies(
    { API_TOKENS: `tester:${TESTER_DIGEST},reader:${READER_DIGEST}:read`, ...environment },
    { now: () => clock.now, ...replaced },
  );
  const app = createApp(dependencies);
  const send = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init }));
  const post = (path: string, fields: [string, string][], headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: ORIGIN,
        ...headers,
      },
      body: String(new URLSearchParams(fields)),
    });
  const put = (slug: string, article: object = ARTICLE) =>
    send(`/v1/articles/${slug}`, {
      method: 'PUT',
      headers: { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' },
      body: JSON.stringify(article),
    });
  await put('tides');
  const signedIn = await post('/desk/sign-in', [['token', 'test-token']]);
  const cookie = { Cookie: signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '' };
  const show = async (path = '/desk/articles/tides') => (await send(path, { headers: cookie })).text();
  return { clock, send, post, put, show, signedIn, cookie, catalogue: dependencies.catalogue };
}

describe('signing in', () => {
  it('gives a cookie that no script reads, no other site sends and no subdomain sets', async () => {
    const { signedIn } = await openDesk();
    expect(signedIn.status).toBe(303);
    expect(signedIn.headers.get('Location')).toBe('/desk');
    expect(signedIn.headers.get('Set-Cookie')).toMatch(
      /^__Host-standfirst-desk=[^;]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/u,
    );
  });

  it.each(['wrong', 'reader-token', ''])('refuses the token "%s"', async (token) => {
    const { post } = await openDesk();
    const answer = await post('/desk/sign-in', [['token', token]]);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/desk/../v1',
    '/desk/articles/tides?x=\r\n',
    '/\\evil.example',
  ])('never leads on to %j', async (path) => {
    const { post } = await openDesk();
    const answer = await post('/desk/sign-in', [
      ['token', 'test-token'],
      ['path', path],
    ]);
    expect(answer.headers.get('Location')).toBe('/desk');
  });

  it.each([
    '/desk?state=stale&search=%C3%A9',
    '/desk/articles/tides',
    '/desk/measures?from=2026-11-01',
    '/desk/rules?tag=x',
  ])('leads on to %j, a place of the desk', async (path) => {
    const { post } = await openDesk();
    const answer = await post('/desk/sign-in', [
      ['token', 'test-token'],
      ['path', path],
    ]);
    expect(answer.headers.get('Location')).toBe(path);
  });

  it('ends after twelve hours, and with the token that opened it', async () => {
    const { clock, send, cookie } = await openDesk();
    const page = async () => (await send('/desk', { headers: cookie })).text();
    expect(await page()).toContain('Sign out');
    clock.now += 12 * 3_600_000;
    expect(await page()).not.toContain('Sign out');
    const other = await openDesk({ API_TOKENS: `reader:${READER_DIGEST}:edit` });
    expect(await (await other.send('/desk', { headers: cookie })).text()).not.toContain('Sign out');
  });

  it('takes no cookie that was changed, and none that is sent twice', async () => {
    const { send, cookie } = await openDesk();
    const value = cookie.Cookie;
    for (const forged of [
      value.replace('tester', 'reader'),
      value.replace(/~\d+~/u, '~99999999999~'),
      value.slice(0, -1),
      `${value}; ${value}`,
      value.replace('__Host-', ''),
    ])
      expect(await (await send('/desk', { headers: { Cookie: forged } })).text()).not.toContain('Sign out');
  });
});

describe('the desk', () => {
  it('is kept by nobody, shown in no frame, and runs no script but its own', async () => {
    const { send, cookie } = await openDesk();
    for (const path of ['/desk', '/desk/articles/tides']) {
      const { headers } = await send(path, { headers: cookie });
      expect(headers.get('Cache-Control')).toBe('private, no-store');
      expect(headers.get('Content-Security-Policy')).toMatch(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none';.*trusted-types 'none'$/u,
      );
    }
  });

  it('shows what authors wrote as text', async () => {
    const { show } = await openDesk();
    for (const path of ['/desk', '/desk/articles/tides', '/desk?search=%22%3E%3Cscript%3E'])
      expect(await show(path)).not.toMatch(/<script(?! src="\/(?:desk-files|widget)\/)/u);
  });

  it.each([['https://evil.example'], ['null'], ['']])(
    'refuses a form from the origin "%s"',
    async (origin) => {
      const { post, cookie, catalogue } = await openDesk();
      const headers = { ...cookie, Origin: origin };
      for (const path of ['/desk', '/desk/rules', '/desk/sign-in', '/desk/sign-out', '/desk/articles/tides'])
        expect((await post(path, [['do', 'switch-off']], headers)).status).toBe(403);
      expect(await catalogue.history('tides', null, 5)).toEqual([]);
    },
  );

  it('approves, edits, corrects, switches off, undoes and returns, each a line of the history', async () => {
    const { post, show, cookie, catalogue, send } = await openDesk();
    let revision = 1;
    const decide = async (...fields: [string, string][]) => {
      const answer = await post('/desk/articles/tides', [['revision', `${revision}`], ...fields], cookie);
      expect(answer.status).toBe(303);
      revision += 1;
    };
    await decide(['do', 'approve']);
    expect(await show()).toContain('Approved');
    await decide(
      ['do', 'edit'],
      ['own', 'It closes on 4 May, says Wilma.'],
      ['take', 'A new bridge would cost 90 million.'],
    );
    expect(await show()).toContain('Not in the article: 4, Wilma');
    await decide(['do', 'correct'], ['correction', 'The date\r\nwas wrong.']);
    const summary = await send('/v1/articles/tides/summary', {
      headers: { Authorization: 'Bearer test-token' },
    });
    expect(await summary.json()).toMatchObject({
      sentences: [
        { text: 'It closes on 4 May, says Wilma.' },
        { text: 'A new bridge would cost 90 million.' },
      ],
      correction: { text: 'The date was wrong.' },
    });
    await decide(['do', 'switch-off']);
    expect(await show()).toContain('Nothing: the summary is switched off.');
    await decide(['do', 'undo']);
    expect(await show()).not.toContain('Nothing: the summary');
    await decide(['do', 'return']);
    await decide(['do', 'restore'], ['entry', '2']);
    const actions = (await catalogue.history('tides', null, 10)).map(({ action, by }) => `${by} ${action}`);
    expect(actions).toEqual(
      ['restore', 'return', 'restore', 'switch-off', 'correct', 'edit', 'approve'].map(
        (action) => `tester ${action}`,
      ),
    );
  });

  it('shows the second of two editors both versions, and loses neither', async () => {
    const { post, cookie } = await openDesk();
    const save = (own: string) =>
      post(
        '/desk/articles/tides',
        [
          ['revision', '1'],
          ['do', 'edit'],
          ['own', own],
        ],
        cookie,
      );
    expect((await save('Said by the first.')).status).toBe(303);
    const second = await save('Said by the second.');
    expect(second.status).toBe(412);
    const page = await second.text();
    expect(page).toContain('Said by the first.');
    expect(page).toMatch(/<textarea id="own"[^>]*>Said by the second\.</u);
  });

  it('keeps what was typed when the session has ended, and gives it back after signing in', async () => {
    const { post } = await openDesk();
    const fields: [string, string][] = [
      ['revision', '1'],
      ['do', 'edit'],
      ['own', 'Typed for "an hour" <b>.'],
    ];
    const ended = await post('/desk/articles/tides', fields);
    expect(await ended.text()).toContain('value="Typed for &quot;an hour&quot; &lt;b&gt;."');
    const again = await post('/desk/sign-in', [
      ['token', 'test-token'],
      ['path', '/desk/articles/tides'],
      ...fields.map(([name, value]): [string, string] => [`typed-${name}`, value]),
    ]);
    expect(again.headers.get('Set-Cookie')).toContain('HttpOnly');
    expect(await again.text()).toMatch(
      /<textarea id="own"[^>]*>Typed for (?:"|&quot;)an hour(?:"|&quot;) &lt;b&gt;\.</u,
    );
  });

  it('approves several at once, and leaves alone what was changed since it was shown', async () => {
    const { post, put, cookie, catalogue } = await openDesk();
    await put('ebb');
    const answer = await post(
      '/desk',
      [
        ['article', 'tides@1'],
        ['article', 'ebb@7'],
        ['article', 'nonsense'],
      ],
      cookie,
    );
    expect(await answer.text()).toContain('Approved: 1. Changed meanwhile, and left alone: ebb.');
    expect((await catalogue.reviewQueue({ limit: 9 })).counts).toMatchObject({ approved: 1, automatic: 1 });
  });

  it('sets rules by tag, tells who did, and shows the second of two editors what stands beside what was typed', async () => {
    const { post, show, put, cookie, catalogue } = await openDesk();
    await put('ebb', { ...ARTICLE, tags: ['Court'] });
    const set = (entry: string, ...fields: [string, string][]) =>
      post('/desk/rules', [['entry', entry], ...fields], cookie);
    expect((await set('0', ['tag', ' Court '], ['rule', 'review'])).headers.get('Location')).toBe(
      '/desk/rules',
    );
    expect(await show('/desk?state=waiting')).toContain('Waits for approval');
    expect(await show('/desk/articles/ebb')).toContain(
      'Nothing: a rule asks for an editor’s approval first.',
    );
    const second = await set('0', ['tag', 'Sea'], ['rule', 'off']);
    expect(second.status).toBe(412);
    const page = await second.text();
    expect(page).toContain('Somebody was quicker.');
    expect(page).toMatch(/<input id="tag"[^>]*value="Sea"/u);
    expect(page).toMatch(/<bdi>tester<\/bdi>/u);
    expect((await set('1', ['standing', 'Court'], ['rule', 'off'])).status).toBe(303);
    expect(await show('/desk/articles/ebb')).toContain('Nothing: a rule switches it off.');
    for (const tag of ['', ' ', 'x'.repeat(61)])
      expect((await set('2', ['tag', tag], ['rule', 'off'])).status).toBe(422);
    expect(await catalogue.rules()).toMatchObject({ version: 2, items: [{ tag: 'Court', rule: 'off' }] });
  });

  it('keeps a rule that was typed when the session has ended', async () => {
    const { post, show } = await openDesk();
    const typed: [string, string][] = [
      ['typed-tag', 'Sea & "sky"'],
      ['typed-rule', 'off'],
    ];
    const again = await post('/desk/sign-in', [['token', 'test-token'], ['path', '/desk/rules'], ...typed]);
    const page = await show(again.headers.get('Location') ?? '');
    expect(page).toMatch(/<input id="tag"[^>]*value="Sea &amp; &quot;sky&quot;"/u);
    expect(page).toMatch(/<option value="off" selected/u);
  });

  it('leads from an approval to the next one that waits, its button ready for one key', async () => {
    const { clock, post, put, show, cookie } = await openDesk();
    clock.now += 1_000;
    await put('ebb');
    const answer = await post(
      '/desk/articles/ebb',
      [
        ['revision', '1'],
        ['do', 'approve'],
      ],
      cookie,
    );
    expect(answer.headers.get('Location')).toBe('/desk/articles/tides');
    expect(await show()).toMatch(/<button[^>]*value="approve"[^>]*autofocus/u);
  });
});

describe('the language of the desk', () => {
  const read = async (language: string) =>
    JSON.parse(await readFile(`public/desk-labels/${language}.json`, 'utf8')) as Record<string, string>;
  const placesIn = (text = '') => (text.match(/\{\w+\}/gu) ?? []).sort();

  it.each(LANGUAGES)('is spoken whole in %s', async (language) => {
    const [texts, english] = [await read(language), await read('en')];
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim()).not.toBe('');
      expect([key, placesIn(text)]).toEqual([key, placesIn(english[key])]);
    }
    const { send } = await openDesk({ PUBLICATION_LANGUAGE: language });
    const page = await (await send('/desk')).text();
    expect(page).toContain(`<html lang="${language}" dir="${textDirection(language)}">`);
    expect(page).toContain(texts.token);
  });

  it('is the browser’s where the publication names none, and English where that is none of ours', async () => {
    const { send } = await openDesk();
    const languageFor = async (wanted: string) =>
      /<html lang="(\w+)"/u.exec(
        await (await send('/desk', { headers: { 'Accept-Language': wanted } })).text(),
      )?.[1];
    expect(await languageFor('nn-NO,nn;q=0.9,en;q=0.8')).toBe('nb');
    expect(await languageFor('pt-BR')).toBe('pt');
    expect(await languageFor('tlh')).toBe('en');
    expect(await languageFor('"><script>')).toBe('en');
  });
});

describe('whoever attacks the desk', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    '</textarea><svg onload=alert(1)>',
    '</title><script src=//evil.example></script>',
    'javascript:alert(1)//',
    '{{constructor.constructor("alert(1)")()}}',
    '\u202e<u>turned</u>',
  ];

  /** Everything in a page that could run, and is not ours. */
  function findForeign(page: string): string[] {
    const found: string[] = [];
    const look = (node: DefaultTreeAdapterMap['node']) => {
      if ('attrs' in node) {
        const attributes = node.attrs.map(({ name, value }) => `${name}=${value}`);
        const isOurs = attributes.some((text) => /^src=\/(?:desk-files|widget)\//u.test(text));
        if (node.tagName === 'script' && !isOurs) found.push(`<script ${attributes.join(' ')}>`);
        if (['img', 'svg', 'iframe', 'object', 'u'].includes(node.tagName)) found.push(`<${node.tagName}>`);
        found.push(
          ...attributes.filter((text) => /^on|^(?:href|src|action|formaction)=\s*javascript:/iu.test(text)),
        );
      }
      if ('childNodes' in node) for (const child of node.childNodes) look(child);
    };
    look(parse(page));
    return found;
  }

  it.each(PAYLOADS)('finds %j shown as text in every field of every page', async (payload) => {
    const text = `The bridge closes. ${payload} says nobody. The ferry goes on.`;
    const { put, post, show, cookie, catalogue } = await openDesk();
    await put('hostile', { title: `Bridge ${payload}`, byline: payload, tags: [payload], text });
    await catalogue.setRule({ tag: payload, rule: 'review' }, { by: payload, at: '' }, 0);
    const decide = (revision: string, ...fields: [string, string][]) =>
      post('/desk/articles/hostile', [['revision', revision], ...fields], cookie);
    expect((await decide('1', ['do', 'edit'], ['sentence', `Own ${payload}`])).status).toBe(303);
    expect((await decide('2', ['do', 'correct'], ['correction', `Note ${payload}`])).status).toBe(303);
    const conflict = await (
      await decide('1', ['do', 'edit'], ['own', payload], ['sentence', payload])
    ).text();
    const ended = await (
      await post('/desk/articles/hostile', [
        ['own', payload],
        [payload, payload],
      ])
    ).text();
    const query = encodeURIComponent(payload);
    const pages = [
      await show('/desk/articles/hostile'),
      await show('/desk'),
      await show(`/desk?search=${query}&tag=${query}&state=${query}&cursor=${query}`),
      await show(`/desk/rules?tag=${query}&rule=${query}`),
      await show(`/desk/measures?from=${query}&to=${query}&slug=${query}`),
      conflict,
      ended,
    ];
    for (const page of pages) expect(findForeign(page)).toEqual([]);
    expect(pages[0]).toContain('Own ');
  });

  it('takes no token from an address, and no session that was there before signing in', async () => {
    const { send, post } = await openDesk();
    expect(await (await send('/desk?token=test-token')).text()).not.toContain('Sign out');
    const planted = '__Host-standfirst-desk=tester~99999999999~planted';
    const signedIn = await post('/desk/sign-in', [['token', 'test-token']], { Cookie: planted });
    expect(signedIn.headers.get('Set-Cookie')).not.toContain('planted');
    expect(await (await send('/desk', { headers: { Cookie: planted } })).text()).not.toContain('Sign out');
  });

  it('finds every page in no frame and in no cache, refusals too', async () => {
    const { send, cookie } = await openDesk();
    const paths = [
      '/desk',
      '/desk/articles/tides',
      '/desk/rules',
      '/desk/measures',
      '/desk/articles/none',
      '/desk/sign-in',
    ];
    for (const headers of [cookie, {}])
      for (const path of paths) {
        const answer = await send(path, { headers });
        expect(answer.headers.get('Cache-Control')).toMatch(/no-store/u);
        if (answer.status === 200)
          expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      }
  });
});

describe('a preview', () => {
  it('shows words as readers would get them in each length, and saves nothing', async () => {
    const { send, post, cookie, catalogue } = await openDesk();
    const sentences = ['It closes on 4 May, says Wilma.', 'A new bridge would cost 90 million.'];
    const asked = await send('/v1/articles/tides/preview', {
      method: 'POST',
      headers: { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ sentences, labels: 'de' }),
    });
    const preview = (await asked.json()) as SummaryPreview;
    expect(preview.faults.map((faults) => faults.map(({ text }) => text))).toEqual([['4', 'Wilma'], []]);
    for (const length of ['short', 'medium', 'long'] as const)
      expect(preview[length]).toMatchObject({
        length,
        method: 'editorial',
        sentences: sentences.map((text) => ({ text })),
      });
    expect(preview.short.label.text).toBe((await loadLabels('de')).labels.edited);
    const byForm = await post(
      '/desk/articles/tides/preview',
      sentences.map((sentence): [string, string] => ['sentence', sentence]),
      cookie,
    );
    expect(((await byForm.json()) as SummaryPreview).long.sentences).toEqual(preview.long.sentences);
    const automatic = await post('/desk/articles/tides/preview', [], cookie);
    expect(await automatic.json()).toMatchObject({ faults: [], short: { method: 'extractive' } });
    expect(await catalogue.history('tides', null, 5)).toEqual([]);
  });

  it('asks the gate of an editor’s own sentences alone, and says what it can where the gate is down', async () => {
    const asked: (readonly string[])[] = [];
    const gate = {
      async judge(sentences: readonly string[]) {
        asked.push(sentences);
        if (sentences.some((sentence) => sentence.includes('down'))) throw new Error('no answer');
        return sentences.map(() => ({
          grounded: false,
          faults: [{ kind: 'negation' as const, text: 'not' }],
        }));
      },
    };
    const { post, cookie } = await openDesk({}, { gate });
    const faultsOf = async (...sentences: string[]) => {
      const fields = sentences.map((sentence): [string, string] => ['sentence', sentence]);
      const answer = await post('/desk/articles/tides/preview', fields, cookie);
      return ((await answer.json()) as SummaryPreview).faults.map((faults) => faults.map(({ text }) => text));
    };
    const verbatim = 'A new bridge would cost 90 million.';
    expect(await faultsOf('It will not close.', verbatim)).toEqual([['not'], []]);
    expect(await faultsOf('It is down on 9 May.')).toEqual([['9']]);
    expect(await faultsOf(verbatim)).toEqual([[]]);
    expect(asked).toEqual([['It will not close.'], ['It is down on 9 May.']]);
  });

  it('is refused to whoever has no session, and says what is wrong with the words', async () => {
    const { post, cookie } = await openDesk();
    expect((await post('/desk/articles/tides/preview', [['sentence', 'a']])).status).toBe(401);
    const long = await post('/desk/articles/tides/preview', [['sentence', 'a'.repeat(1_001)]], cookie);
    expect(long.status).toBe(422);
  });
});

describe('the article’s page', () => {
  it('weighs no more than 30 KB gzipped with its script, its sheet and the box, for an article of 6 KB', async () => {
    const sentence = 'The harbour bridge number NN will close on 3 May after divers found cracks. ';
    const text = Array.from(
      { length: 80 },
      (_, index) => sentence.replace('NN', String(index)) + (index % 4 === 3 ? '\n\n' : ''),
    ).join('');
    expect(text.length).toBeGreaterThan(6_000);
    const { put, show } = await openDesk();
    await put('long', { title: 'A long one', text });
    const page = await show('/desk/articles/long');
    const { script, style } = await buildDesk();
    const widget = await buildWidget('9.9.9', ['en']);
    const box = [...widget]
      .filter(([name]) => /^(?:standfirst|panel)\.en\./u.test(name))
      .map(([, bytes]) => bytes);
    const weights = [page, script[1], style[1], ...box].map((bytes) => gzipSync(bytes, { level: 9 }).length);
    expect(weights).toHaveLength(5);
    expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(30 * 1024);
  });

  it('names the script and the sheet that stand in public/, as they are built from the source', async () => {
    const { show } = await openDesk();
    const page = await show();
    for (const [name, text] of Object.values(await buildDesk())) {
      expect(page).toContain(`/desk-files/${name}`);
      expect(await readFile(`public/desk-files/${name}`, 'utf8')).toBe(text);
    }
  });
});

describe('who may do what', () => {
  it.each([
    ['GET', '/v1/articles/tides/review'],
    ['POST', '/v1/articles/tides/review'],
    ['GET', '/v1/articles/tides/history'],
    ['POST', '/v1/articles/tides/preview'],
    ['GET', '/v1/queue'],
    ['POST', '/v1/queue'],
    ['PUT', '/v1/articles/tides/summary'],
    ['DELETE', '/v1/articles/tides/summary'],
  ])('%s %s needs the scope edit, which lets nobody publish', async (method, path) => {
    const { send } = await openDesk({ API_TOKENS: `a:${READER_DIGEST}:read,b:${TESTER_DIGEST}:edit` });
    const status = async (token: string | null, way = method, to = path) =>
      (
        await send(to, {
          method: way,
          headers: {
            ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
            'Content-Type': 'application/json',
          },
          ...(way === 'GET' ? {} : { body: '{}' }),
        })
      ).status;
    expect(await status(null)).toBe(401);
    expect(await status('reader-token')).toBe(403);
    expect([401, 403]).not.toContain(await status('test-token'));
    expect(await status('test-token', 'PUT', '/v1/articles/tides')).toBe(403);
  });
});
