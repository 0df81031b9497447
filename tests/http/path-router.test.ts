import { describe, expect, it } from 'vitest';
import { PathRouter } from '../../src/http/path-router.ts';

const PATHS = [
  '/',
  '/articles/:file',
  '/articles/:slug/summary',
  '/rules',
  '/rules/history',
  '/demo/:name',
  '/demo/:language/s',
];

function routerOf(paths: readonly string[]): PathRouter<string> {
  const router = new PathRouter<string>();
  for (const path of paths) router.add('ALL', path, path);
  return router;
}

describe('PathRouter', () => {
  it.each([
    ['/', '/', {}],
    ['/articles/tides.md', '/articles/:file', { file: 'tides.md' }],
    ['/articles/tides/summary', '/articles/:slug/summary', { slug: 'tides' }],
    ['/rules/history', '/rules/history', {}],
    ['/demo/nb', '/demo/:name', { name: 'nb' }],
    ['/demo/nb/s', '/demo/:language/s', { language: 'nb' }],
    ['/demo/constructor', '/demo/:name', { name: 'constructor' }],
  ])('leads %s to %s', (path, handler, params) => {
    expect(routerOf(PATHS).match('GET', path)).toEqual([[[handler, params]]]);
  });

  it.each([
    '/articles',
    '/articles/',
    '/articles//summary',
    '/rules/',
    '/rules/x',
    '//',
    '/demo/nb/s/',
    '/constructor',
  ])('leads %j nowhere', (path) => {
    expect(routerOf(PATHS).match('GET', path)).toEqual([[]]);
  });

  it('tries a parameter where the segment as it is written leads nowhere', () => {
    const router = routerOf(['/a/b/c', '/a/:x/d', '/:y/b/e']);
    expect(router.match('GET', '/a/b/d')).toEqual([[['/a/:x/d', { x: 'b' }]]]);
    expect(router.match('GET', '/a/b/e')).toEqual([[['/:y/b/e', { y: 'a' }]]]);
  });

  it('takes a path once', () => {
    expect(() => routerOf(['/a/:x', '/a/:y'])).toThrow('has a handler already');
  });
});
