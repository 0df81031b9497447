import {
  type AnyNode,
  type ClassExpression,
  type Expression,
  type FunctionExpression,
  type MethodDefinition,
  type Pattern,
  type PrivateIdentifier,
  type PropertyDefinition,
  parse,
} from 'acorn';
import { descendantsOf } from './descendants.ts';
import { type Bundle, copyEdited, type Edit, type Piece, rewrite, sourceFinder } from './rewrite.ts';

/** Begins the name of what was private to a class; no other member is named so. */
const PREFIX = '_$';
/** What a class without a name is called while it is made; no bundler names anything so. */
const NAMELESS = '_$class';

/**
 * Makes classes of ours functions with prototypes. Neither a method nor a constructor can stand in parentheses, so V8
 * compiles each when it is first called; a function can. What was private becomes a member like others, since it could
 * not be set from outside, and a cold engine looks longer for a private name. What others wrote stays as it is: somebody
 * may list its members, or do what the types of ours forbid, such as an accessor in the place of a field that is inherited.
 */
export function openClasses(bundle: Bundle, isEarly: (source: string) => boolean): Bundle {
  const { code } = bundle;
  const sourceOf = sourceFinder(bundle);
  const isOurs = (source: string) => isEarly(source) && !source.includes('node_modules/');
  const pieces: Piece[] = [];
  let at = 0;
  for (const { node } of descendantsOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))) {
    if (node.type !== 'ClassExpression' || node.start < at) continue;
    if (!isOurs(sourceOf(node.start)) || !mayOpen(node)) continue;
    pieces.push({ text: code.slice(at, node.start), from: at }, ...asFunction(code, node));
    at = node.end;
  }
  return rewrite(bundle, [...pieces, { text: code.slice(at), from: at }]);
}

type Member = (MethodDefinition | PropertyDefinition) & { key: Expression | PrivateIdentifier };

/** Whether a class uses nothing that a function cannot do, or that would mean something else in one. */
function mayOpen(node: ClassExpression): boolean {
  if (node.superClass || !node.body.body.every(isPlain)) return false;
  const within = [...descendantsOf(node.body)];
  if (within.some(({ node: { type } }) => /^(?:ClassBody|MetaProperty|Super)$/.test(type))) return false;
  if (within.some(({ node: { type }, parent }) => type === 'PrivateIdentifier' && isTest(parent)))
    return false;
  // What a field begins with is told in the constructor then: after defaults of its parameters, and where its own names
  // may hide others.
  const begun = fieldsOf(node).flatMap(({ value }) => value ?? []);
  const made = constructorOf(node)?.value;
  const hidden = new Set(namesMadeIn(made));
  if (begun.some((value) => namesIn(value).some((name) => hidden.has(name)))) return false;
  return begun.length === 0 || made === undefined || made.params.every(isPlainParameter);
}

/** Whether a parameter stands for what is given, or for something that has not to be worked out. */
const isPlainParameter = (param: Pattern): boolean =>
  param.type === 'AssignmentPattern'
    ? isPlainParameter(param.left) && /^(?:Literal|Identifier)$/.test(param.right.type)
    : param.type === 'Identifier';

/** Names of parameters and variables. */
function namesMadeIn(made: FunctionExpression | undefined): string[] {
  if (made === undefined) return [];
  const variables = [...descendantsOf(made.body)].flatMap(({ node }) =>
    node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' ? (node.id ?? []) : [],
  );
  return [...made.params, ...variables].flatMap(namesIn);
}

const isTest = ({ type }: AnyNode): boolean => type === 'BinaryExpression';

function isPlain(member: AnyNode): boolean {
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return false;
  const isNamed = /^(?:PrivateIdentifier|Identifier)$/.test(member.key.type);
  return isNamed && !member.static && !member.computed && !('kind' in member && member.kind === 'set');
}

const fieldsOf = ({ body }: ClassExpression): PropertyDefinition[] =>
  body.body.filter((member) => member.type === 'PropertyDefinition');

const methodsOf = ({ body }: ClassExpression): MethodDefinition[] =>
  body.body.filter((member) => member.type === 'MethodDefinition');

const constructorOf = (node: ClassExpression): MethodDefinition | undefined =>
  methodsOf(node).find(({ kind }) => kind === 'constructor');

const namesIn = (node: AnyNode): string[] =>
  [node, ...[...descendantsOf(node)].map(({ node: inner }) => inner)].flatMap((inner) =>
    inner.type === 'Identifier' ? [inner.name] : [],
  );

const nameOf = ({ key }: Member): string =>
  key.type === 'PrivateIdentifier' ? `${PREFIX}${key.name}` : (key as { name: string }).name;

function asFunction(code: string, node: ClassExpression): Piece[] {
  const name = node.id?.name ?? NAMELESS;
  const edits = [...descendantsOf(node.body)].flatMap(({ node: inner }): Edit[] =>
    inner.type === 'PrivateIdentifier'
      ? [{ offset: inner.start, end: inner.end, text: `${PREFIX}${inner.name}` }]
      : [],
  );
  edits.sort((a, b) => a.offset - b.offset);
  const copy = ({ start, end }: { start: number; end: number }) => copyEdited(code, edits, start, end);
  const made = constructorOf(node)?.value;
  const assigned = new Set(made === undefined ? [] : assignedIn(made));
  const pieces: Piece[] = [{ text: '(', from: node.start }, { text: `()=>{let ${name}=function` }];
  pieces.push(
    ...(made ? copy({ start: made.start, end: made.body.start + 1 }) : [{ text: '(){' }]),
    ...fieldsOf(node).flatMap((field) => {
      if (field.value) return [{ text: `this.${nameOf(field)}=(` }, ...copy(field.value), { text: ');' }];
      return assigned.has(nameOf(field)) ? [] : [{ text: `this.${nameOf(field)}=void 0;` }];
    }),
    ...(made ? copy({ start: made.body.start + 1, end: made.end }) : [{ text: '}' }]),
    { text: ';' },
  );
  for (const method of methodsOf(node)) {
    const { kind, value } = method;
    if (kind === 'constructor') continue;
    const form = `${value.async ? 'async ' : ''}function${value.generator ? '*' : ''}`;
    const [open, close] =
      kind === 'get'
        ? [`Object.defineProperty(${name}.prototype,"${nameOf(method)}",{get:`, '});']
        : [`${name}.prototype.${nameOf(method)}=`, ';'];
    pieces.push({ text: open + form }, ...copy(value), { text: close });
  }
  return [...pieces, { text: `return ${name}})()` }];
}

/** Members that a constructor sets by itself. */
function assignedIn(node: AnyNode): string[] {
  return [...descendantsOf(node)].flatMap(({ node: inner }) => {
    if (inner.type !== 'AssignmentExpression' || inner.left.type !== 'MemberExpression') return [];
    const { object, property, computed } = inner.left;
    return object.type === 'ThisExpression' && !computed ? [nameOf({ key: property } as Member)] : [];
  });
}
