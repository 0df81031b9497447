import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/cli/import/folder/front-matter.ts';
import { withoutAttributes } from '../../../src/cli/import/marks/kramdown.ts';
import { withoutLiquid } from '../../../src/cli/import/marks/liquid.ts';
import { withoutMdx } from '../../../src/cli/import/marks/mdx.ts';
import { outsideCode } from '../../../src/cli/import/marks/outside-code.ts';
import { withoutShortcodes } from '../../../src/cli/import/marks/shortcodes.ts';
import { withoutNoteMarks } from '../../../src/cli/import/marks/wiki-links.ts';

const known = (name: string) => (name === 'site.title' || name === 'count' ? 'eleven' : undefined);

describe('front matter', () => {
  it.each([
    ['YAML', '---\ntitle: A\n---\nText\n'],
    ['YAML that ends in dots', '---\ntitle: A\n...\nText\n'],
    ['YAML with rules in comments', '---\n# ------\ntitle: A\n# -----\n---\nText\n'],
    ['TOML', '+++\ntitle = "A"\n+++\nText\n'],
    ['JSON', '{\n"title": "A", "x": {"y": "}"}\n}\nText\n'],
    ['lines without fences', 'Title: A\n\nText\n'],
    ['lines that end with CRLF, behind a BOM', '\uFEFF---\r\ntitle: A\r\n---\r\nText\r\n'],
  ])('in %s is split off', (_, source) => {
    const { front, markdown } = splitFrontMatter(source);
    expect([front.get('Title'), markdown.trim()]).toEqual(['A', 'Text']);
  });

  it('is none where a text merely begins with a rule', () => {
    expect(splitFrontMatter('---\nText without an end').markdown).toBe('---\nText without an end');
  });
});

describe('marks of a site’s generator', () => {
  it.each([
    ['a {% include x.html %} b', 'a  b'],
    ['{% comment %}not to be printed{% endcomment %}seen', 'seen'],
    ['{% if page.secret %}hidden{% if x %}deeper{% endif %}hidden{% endif %}seen', 'seen'],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['{{ site.title }} boats', 'eleven boats'],
    ['counted {{ site.boats }} boats', 'counted … boats'],
    ['{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}', '\n```ruby\n\nputs 1\n\n```\n'],
    ['{% comment %} never closed', ' never closed'],
  ])('of Liquid: %s', (source, expected) => {
    expect(withoutLiquid(source, known)).toBe(expected);
  });

  it.each([
    ['The bridge {{< figure src="a.jpg" >}}', 'The bridge '],
    ['counted {{% param count %}} boats', 'counted eleven boats'],
    ['counted {{% param boats %}} boats', 'counted … boats'],
    ['[the roof]({{< ref "roof.md" >}})', 'the roof'],
    ['{{< note >}}Words stay.{{< /note >}}', 'Words stay.'],
    ['{{</* figure */>}}', '{{< figure >}}'],
  ])('of Hugo: %s', (source, expected) => {
    expect(withoutShortcodes(source, known).trim()).toBe(expected.trim());
  });

  it.each([
    ['* TOC\n{:toc}\n\nText', '\n\nText'],
    ['{: .lead}\nText', '\nText'],
    ['![a](b.jpg){: .left}', '![a](b.jpg)'],
    ['## Roof {#roof}', '## Roof'],
    ['*[HTML]: Hyper Text', ''],
  ])('of kramdown: %j', (source, expected) => {
    expect(withoutAttributes(source)).toBe(expected);
  });

  it.each([
    ['The [[Harbour council|council]] of [[Ostrey#History]]', 'The council of Ostrey'],
    ['==Tuesday== %%ask Bo%%![[hall.png]] ^p1', 'Tuesday '],
    ['> [!NOTE]\n> Corrected.', '> \n> Corrected.'],
    ['if a == b and c == d', 'if a == b and c == d'],
  ])('of notebooks: %j', (source, expected) => {
    expect(withoutNoteMarks(source)).toBe(expected);
  });

  it.each([
    ['import A from "./A.astro"\n\nText', '\n\nText'],
    ['import {\n  A,\n} from "./a"\nexport const x = {\n  y: 1,\n};\n\nText', '\n\nText'],
    ['export of grain from Ostrey fell by half.', 'export of grain from Ostrey fell by half.'],
    ['import of timber, which rose,', 'import of timber, which rose,'],
    ['<Callout title="a > b">\n\nStay.\n\n</Callout>', '\n\nStay.\n\n'],
    ['The price is {price} crowns.', 'The price is … crowns.'],
    ['{/* ask Bo */}\nText', '\nText'],
    ['3 < 5 and a { b', '3 < 5 and a { b'],
  ])('of MDX: %j', (source, expected) => {
    expect(withoutMdx(source)).toBe(expected);
  });

  it('mean nothing in code', () => {
    const shout = (text: string) => text.toUpperCase();
    expect(outsideCode('a `b` c\n```\nd\n```\ne ``f ` g`` h', shout)).toBe(
      'A `b` C\n```\nd\n```\nE ``f ` g`` H',
    );
  });
});
