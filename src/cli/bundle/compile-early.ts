import {
  type AnyNode,
  type ArrowFunctionExpression,
  type FunctionDeclaration,
  type FunctionExpression,
  type Program,
  parse,
} from 'acorn';
import { descendantsOf } from './descendants.ts';
import { openClasses } from './open-classes.ts';
import { type Bundle, copyEdited, type Edit, insert, type Piece, rewrite, sourceFinder } from './rewrite.ts';

/**
 * Has V8 compile functions when it reads the script, which it does with a function in parentheses ("possibly invoked
 * function expression"). Any other it only reads over, and reads again at its first call. A declaration at the top
 * becomes a variable that is set before everything else. A method cannot stand in them: {@link openClasses} makes it
 * a function. Bundlers drop such parentheses, so this is the last step.
 *
 * Characters beyond ASCII become escapes: one of them has V8 hold and read the whole script as two bytes a character.
 *
 * @param isEarly - Whether the functions of a source file are compiled early.
 */
export function compileEarly(made: Bundle, isEarly: (source: string) => boolean): Bundle {
  const bundle = openClasses(made, isEarly);
  const { code, map } = bundle;
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const sourceOf = sourceFinder(bundle);
  const edits: Edit[] = [];
  const hoisted: FunctionDeclaration[] = [];
  const tagged = new Set<AnyNode>();
  for (const { node, parent } of descendantsOf(program)) {
    // A tag may read its text as it is written (`String.raw`).
    if (node.type === 'TaggedTemplateExpression') tagged.add(node.quasi);
    if (isWritten(node) && !tagged.has(parent)) edits.push(...escapes(code, node));
    if (!isFunction(node) || isMethod(parent) || !isEarly(sourceOf(node.start))) continue;
    if (node.type !== 'FunctionDeclaration') edits.push(insert(node.start, '('), insert(node.end, ')'));
    else if (parent === program) hoisted.push(node);
  }
  // A parenthesis that closes one function stands before one that opens the next.
  edits.sort((a, b) => a.offset - b.offset);
  return rewrite({ code, map }, arrange(bundle.code, program, edits, hoisted));
}

/** Whether a node has characters of its own, which stand nowhere else. */
const isWritten = ({ type }: AnyNode) => /^(?:Literal|TemplateElement|Identifier)$/.test(type);

/** A backslash that escapes such a character says nothing: it goes with it. */
function* escapes(code: string, { start, end }: AnyNode): Iterable<Edit> {
  for (const { 0: found, index } of code.slice(start, end).matchAll(/\\.|[^\0-\x7F]/g)) {
    const unit = found.charCodeAt(found.length - 1);
    const text = `\\u${unit.toString(16).padStart(4, '0')}`;
    if (unit > 0x7f) yield { offset: start + index, end: start + index + found.length, text };
  }
}

function isFunction(
  node: AnyNode,
): node is FunctionDeclaration | FunctionExpression | ArrowFunctionExpression {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** Methods, getters and setters have no parentheses around them. */
function isMethod(parent: AnyNode): boolean {
  return (
    parent.type === 'MethodDefinition' ||
    (parent.type === 'Property' && (parent.method || parent.kind !== 'init'))
  );
}

/** The new order: imports, the hoisted functions without their names, everything else. */
function arrange(
  code: string,
  program: Program,
  edits: readonly Edit[],
  hoisted: readonly FunctionDeclaration[],
): Piece[] {
  const start = program.body.find((statement) => !isPreamble(statement))?.start ?? code.length;
  const copy = (from: number, to: number) => copyEdited(code, edits, from, to);
  const pieces = copy(0, start);
  for (const [index, { id, start: from, end }] of hoisted.entries()) {
    pieces.push({ text: index === 0 ? 'var ' : ',' }, ...copy(id.start, id.end), { text: '=(' });
    pieces.push(...copy(from, id.start), ...copy(id.end, end), { text: ')' });
  }
  if (hoisted.length > 0) pieces.push({ text: ';\n' });
  let at = start;
  for (const { start: from, end } of hoisted) {
    pieces.push(...copy(at, from));
    at = end;
  }
  return [...pieces, ...copy(at, code.length + 1)];
}

const isPreamble = (statement: Program['body'][number]): boolean =>
  statement.type === 'ImportDeclaration' ||
  (statement.type === 'ExpressionStatement' && Boolean(statement.directive));
