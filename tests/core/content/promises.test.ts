import * as fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type BodyKind, type Content, renderContent } from '../../../src/core/content/render-content.ts';
import { judge } from '../../suites/xss-judge.ts';
import { hostileMarkup } from './hostile-markup.ts';

type Node = DefaultTreeAdapterTypes.Node;

const KINDS: BodyKind[] = ['html', 'markdown', 'text'];
const anyText = fc.oneof(hostileMarkup, fc.string({ unit: 'binary', maxLength: 200 }));
const runs = { numRuns: 400 };

function content(kind: BodyKind, source: string): Content {
  const result = renderContent(kind, source);
  if (!result.ok) throw new Error(`refused: ${result.fault.kind}`);
  return result.content;
}

const children = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const allText = (node: Node): string => ('value' in node ? node.value : children(node).map(allText).join(''));

/** What is read aloud: as the pipeline promises it, told from the served page alone. */
function spokenText(node: Node): string {
  if (node.nodeName === 'br') return ' ';
  if (['rt', 'rp', 's', 'del'].includes(node.nodeName)) return '';
  if (node.nodeName === 'sup' && /^\[[^\]]{1,4}\]$/.test(allText(node))) return '';
  return 'value' in node ? node.value : children(node).map(spokenText).join('');
}

function numberedBlocks(node: Node): { id: string; text: string }[] {
  const id = 'attrs' in node ? node.attrs.find(({ name }) => name === 'id')?.value : undefined;
  const text = spokenText(node)
    .replace(/\s{2,}/g, ' ')
    .trim();
  return [...(id === undefined ? [] : [{ id, text }]), ...children(node).flatMap(numberedBlocks)];
}

const DROPPED = new Set(
  `applet area audio base basefont bgsound button canvas col colgroup datalist dialog embed frame frameset iframe
   input keygen link map meta meter noembed noframes noscript object optgroup option output param progress script
   select source style template textarea title track video`.split(/\s+/),
);
const articleElement = defaultTreeAdapter.createElement('article', names.NS.HTML, []);

/** Every visible character of an author's HTML but spaces, in order. */
function visibleInk(node: Node): string {
  if ('value' in node) return node.value.replace(/[\s\p{Cc}\u00AD\uFEFF]/gu, '');
  if ('attrs' in node) {
    const isForeign = node.namespaceURI !== names.NS.HTML;
    const isHidden = node.attrs.some(({ name, value }) => name === 'hidden' || /display:none/.test(value));
    if (isForeign || isHidden || DROPPED.has(node.tagName)) return '';
  }
  return children(node).map(visibleInk).join('');
}

describe.each(KINDS)('any %s', (kind) => {
  it('becomes a body in which nothing runs and which no parser changes', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(judge(content(kind, source).html)).toEqual([]);
      }),
      runs,
    );
  });

  it('becomes a body that stays the same when it is sent again', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        // Seams are of the page that it came from: what is dropped there leaves none here.
        const bodyOf = ({ html, paragraphs }: ReturnType<typeof content>) => ({
          html,
          paragraphs: paragraphs.map(({ text, pinned }) => ({ text, pinned })),
        });
        const first = content(kind, source);
        expect(bodyOf(content('html', first.html))).toEqual(bodyOf(first));
      }),
      runs,
    );
  });

  it('has the words of paragraph n in the block with the id pn, and no other ids', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        // Marks of notes leave the text, powers and formulas are written in a line: tests of their own hold that.
        fc.pre(!/<(?:su[pb]|math)/iu.test(source));
        const { html, paragraphs } = content(kind, source);
        // A line break that parts items stands in the text; on the page it is the white space that is folded here.
        const expected = paragraphs.map(({ text }, index) => ({
          id: `p${index + 1}`,
          text: text.replaceAll('\n', ' '),
        }));
        expect(numberedBlocks(parseFragment(html))).toEqual(expected);
      }),
      runs,
    );
  });

  it('has paragraphs that are folded, well-formed and not empty', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const { text } of content(kind, source).paragraphs) {
          expect(text).toMatch(/^\S/);
          expect(text).toMatch(/\S$/);
          expect(text).not.toMatch(/\s\s/u);
          // A single line break parts items; no other control and no other separator of lines is left.
          expect(text.replaceAll('\n', '')).not.toMatch(/[\t-\r\u0085\u2028\u2029]|[^\P{Cc}]/u);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('HTML', () => {
  it('loses and doubles no visible character', () => {
    fc.assert(
      fc.property(hostileMarkup, (source) => {
        fc.pre(!/<math/iu.test(source)); // A formula becomes a line of text, and has tests of its own.
        const written = parseFragment(articleElement, source.replaceAll('\0', ''), {});
        expect(visibleInk(parseFragment(content('html', source).html))).toBe(visibleInk(written));
      }),
      runs,
    );
  });

  it('with hints comes back the same but for the numbers', () => {
    const hint = fc.constantFrom(' data-standfirst=skip', ' class="standfirst-pin"', '');
    const block = fc
      .tuple(fc.constantFrom('p', 'div', 'ul', 'li', 'span'), hint)
      .map(([name, text]) => `<${name}${text}>a`);
    const withoutNumbers = (html: string) => html.replace(/ id="p\d+"/g, '');
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const { html } = content('html', blocks.join(''));
        expect(withoutNumbers(content('html', html).html)).toBe(withoutNumbers(html));
      }),
      runs,
    );
  });
});
