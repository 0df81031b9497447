import { type DefaultTreeAdapterTypes, html as names, parseFragment, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that run script, load documents or styles, take input, or change how the rest is parsed. */
const ACTIVE = new Set(
  `animate animatemotion animatetransform annotation-xml applet area audio base basefont bgsound body button canvas
   dialog embed fencedframe foreignobject form frame frameset head html iframe image input isindex keygen link
   listing map marquee math meta nobr noembed noframes noscript object option output param plaintext portal script
   select selectmenu set slot source style svg template textarea title track video xmp`.split(/\s+/),
);

const ADDRESSES = new Set(
  `action background cite classid codebase data dynsrc formaction from href icon longdesc lowsrc manifest ping
   poster profile src srcset to usemap values xlink:href`.split(/\s+/),
);

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Judges by the written page alone whether anything in it could run script, load anything but an image, or come out
 * of a second parsing as something else. It shares no code with the pipeline.
 *
 * @returns One line per finding; none for a harmless body.
 */
export function judge(body: string): string[] {
  const findings: string[] = [];
  let written = body;
  for (const reading of [1, 2, 3]) {
    const tree = parseFragment(written);
    for (const node of tree.childNodes) visit(node, findings);
    const again = serialize(tree);
    if (again !== written) findings.push(`parsing ${reading} changes it`);
    written = again;
  }
  return [...new Set(findings)];
}

function visit(node: Node, findings: string[]): void {
  if (node.nodeName === '#comment') findings.push('comment');
  if (!('tagName' in node)) return;
  if (ACTIVE.has(node.tagName.toLowerCase())) findings.push(`element ${node.tagName}`);
  if (node.namespaceURI !== names.NS.HTML) findings.push(`foreign ${node.tagName}`);
  for (const { name, value } of node.attrs) judgeAttribute(node, name.toLowerCase(), value, findings);
  for (const child of node.childNodes) visit(child, findings);
}

function judgeAttribute({ tagName }: Element, name: string, value: string, findings: string[]): void {
  if (/^on|^(?:srcdoc|style|class|is|name|target|form|nonce|slot|part|http-equiv)$|^data-/.test(name)) {
    findings.push(`attribute ${tagName}@${name}`);
  }
  if (name === 'id' && !/^p[1-9]\d*$/.test(value)) findings.push(`id ${value}`);
  if (ADDRESSES.has(name) && !isSafeAddress(value)) findings.push(`address ${tagName}@${name}=${value}`);
}

function isSafeAddress(value: string): boolean {
  const url = URL.parse(value, 'https://relative.invalid/');
  // Read a second time as a sloppy reader would: without anything that looks like a space or a control.
  const bare = value.replace(/[\p{C}\p{Z}]/gu, '').toLowerCase();
  const scheme = /^[a-z][a-z0-9+.-]*:/.exec(bare)?.[0] ?? 'https:';
  return url !== null && SCHEMES.has(url.protocol) && SCHEMES.has(scheme);
}
