import * as fc from 'fast-check';

const TAGS =
  `a abbr address annotation-xml aside b bdo blockquote body br button caption center code col colgroup dd
  del desc details dir div dl dt em fieldset figcaption figure font footer foreignObject form frameset h1 h2 h3 head
  hr html i iframe image img input label legend li main marquee math menu mi mtext nav nobr noscript object ol option
  p plaintext pre q rb rp rt rtc ruby s script section select small span strong style sub summary sup svg table tbody
  td template textarea tfoot th thead time title tr tt u ul video wbr x-y xmp`.split(/\s+/);

const ATTRIBUTES = [
  '',
  '',
  '',
  ' lang=fr',
  ' dir=rtl',
  ' id=p1',
  ' class=a',
  ' title="a>b"',
  ' a="<b>"',
  ' colspan=2',
  ' href=https://a.example/',
  ' href=/b',
  ' href=javascript:alert(1)',
  ' src=https://a.example/b.png',
  ' src=data:text/html,x',
  ' onclick=alert(1)',
  ' style="display:none"',
  ' style="text-align:right"',
  ' hidden',
  ' role=presentation',
];

const PIECES = [
  ...[
    'a',
    'b c',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\u0000',
    '\u3000',
    'é',
    '👩‍👩‍👧',
    '&nbsp;',
    '&amp;lt;',
    '&#1;',
    '<',
    '>',
    '"',
    '[1]',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '<br><br>',
    '<p>',
    '</p>',
    '*',
    '_',
    '`',
    '~~',
    '> ',
    '- ',
    '1. ',
    '    ',
  ],
  ...['|', '|-|-|', '[a](/b)', '![a](/b)', '[^1]', '[^1]: a', 'www.a.example', '# ', '```'],
];

const openTag = fc
  .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...ATTRIBUTES))
  .map(([name, first, second]) => `<${name}${first}${second}>`);
const closeTag = fc.constantFrom(...TAGS).map((name) => `</${name}>`);

/** Texts made of tags that fight each other, half-open markup and Markdown's marks. */
export const hostileMarkup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: openTag },
      { weight: 2, arbitrary: closeTag },
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
