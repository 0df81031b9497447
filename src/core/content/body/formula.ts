import type { HtmlNode } from '../html/html-tree.ts';
import { lowered, raised } from './note-marks.ts';

/** A formula that takes more words than this is an illustration. */
const FORMULA_MAX_LENGTH = 400;
const SPACED = /^[=<>≤≥≠≈±×÷+−→∈∼~·-]$/;

/** MathML as a line of text: `q = 2`, `E = mc²`, `(a + b)/2`. A gap would make the sentence around it false. */
export function formulaText(math: HtmlNode): string {
  const written = writeNode(math).replace(/\s+/g, ' ').trim().slice(0, FORMULA_MAX_LENGTH);
  const alternative = 'attrs' in math ? math.attrs.find(({ name }) => name === 'alttext')?.value : undefined;
  return written === '' ? texText(alternative ?? '') : written;
}

function writeNode(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.trim();
  if (!('tagName' in node)) return '';
  const parts = node.childNodes.filter(
    (child) => 'tagName' in child || ('value' in child && child.value.trim() !== ''),
  );
  const part = (index: number) => (parts[index] === undefined ? '' : writeNode(parts[index]));
  switch (node.tagName) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mo':
      return SPACED.test(part(0)) ? ` ${part(0)} ` : part(0);
    case 'msup':
      return part(0) + power(part(1));
    case 'msub':
      return part(0) + lowered(part(1));
    case 'msubsup':
      return part(0) + lowered(part(1)) + power(part(2));
    case 'mfrac':
      return `${grouped(part(0))}/${grouped(part(1))}`;
    case 'msqrt':
      return `√${grouped(parts.map(writeNode).join(''))}`;
    case 'mspace':
      return ' ';
    default:
      return parts.map(writeNode).join('');
  }
}

function power(text: string): string {
  const written = raised(text, '1');
  return written === '' ? `^${text}` : written;
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  times: ' × ',
  cdot: ' · ',
  pm: ' ± ',
  le: ' ≤ ',
  leq: ' ≤ ',
  ge: ' ≥ ',
  geq: ' ≥ ',
  ne: ' ≠ ',
  neq: ' ≠ ',
  approx: ' ≈ ',
  sim: ' ~ ',
  to: ' → ',
  rightarrow: ' → ',
  infty: '∞',
  sqrt: '√',
  sum: '∑',
  int: '∫',
  partial: '∂',
  degree: '°',
  circ: '°',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  omega: 'ω',
  Delta: 'Δ',
  Sigma: 'Σ',
  Omega: 'Ω',
};

/** TeX as a line of text, as far as a sentence of a newspaper needs it. */
export function texText(tex: string): string {
  return tex
    .slice(0, FORMULA_MAX_LENGTH)
    .replace(
      /\\frac\{([^{}]{1,80})\}\{([^{}]{1,80})\}/g,
      (_, over: string, under: string) => `${grouped(over)}/${grouped(under)}`,
    )
    .replace(/\^\{?([^{}\\\s]{1,12})\}?/g, (_, text: string) => power(text))
    .replace(/_\{?([^{}\\\s]{1,12})\}?/g, (_, text: string) => lowered(text))
    .replace(/\\([a-zA-Z]{1,20})/g, (_, name: string) =>
      Object.hasOwn(COMMANDS, name) ? (COMMANDS[name] ?? '') : '',
    )
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[{}$\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
