import { describe, expect, it } from 'vitest';
import { type BodyNode, createElement } from '../../../../src/core/content/html/body-tree.ts';
import { toSafeHtml } from '../../../../src/core/content/html/sanitize.ts';

const words: BodyNode = { type: 'text', value: 'a' };
const write = (...children: BodyNode[]) => toSafeHtml({ type: 'root', children });

describe('the last step, whatever tree it is given', () => {
  it.each([
    { promise: 'drops script with what it holds', node: createElement('script', {}, [words]), html: '' },
    { promise: 'drops style with what it holds', node: createElement('style', {}, [words]), html: '' },
    { promise: 'leaves the words of other elements', node: createElement('svg', {}, [words]), html: 'a' },
    {
      promise: 'drops handlers',
      node: createElement('p', { onClick: 'a', onclick: 'a' }, [words]),
      html: '<p>a</p>',
    },
    {
      promise: 'drops styles and classes',
      node: createElement('p', { style: 'a', className: 'b' }, [words]),
      html: '<p>a</p>',
    },
    {
      promise: 'drops scripts in links',
      node: createElement('a', { href: 'javascript:a' }, [words]),
      html: '<a>a</a>',
    },
    {
      promise: 'drops scripts in images',
      node: createElement('img', { src: 'data:text/html,a', srcSet: 'a' }),
      html: '<img>',
    },
    {
      promise: 'keeps the ids of paragraphs',
      node: createElement('p', { id: 'p12' }, [words]),
      html: '<p id="p12">a</p>',
    },
    { promise: 'drops other ids', node: createElement('p', { id: 'p0' }, [words]), html: '<p>a</p>' },
    {
      promise: 'drops ids that shadow names of the page',
      node: createElement('p', { id: 'location' }, [words]),
      html: '<p>a</p>',
    },
    {
      promise: 'drops names',
      node: createElement('a', { name: 'location', href: '/a' }, [words]),
      html: '<a href="/a">a</a>',
    },
    { promise: 'unwraps list items without a list', node: createElement('li', {}, [words]), html: 'a' },
    {
      promise: 'escapes text',
      node: { type: 'text', value: '<b>&"\u00A0' } satisfies BodyNode,
      html: '&lt;b&gt;&amp;"&nbsp;',
    },
    {
      promise: 'escapes attributes',
      node: createElement('a', { href: '/', title: '"><b>&' }, [words]),
      html: '<a href="/" title="&quot;&gt;&lt;b&gt;&amp;">a</a>',
    },
  ])('$promise', ({ node, html }) => {
    expect(write(node)).toBe(html);
  });
});
