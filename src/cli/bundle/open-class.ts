import type { AnyNode, ClassDeclaration, ClassExpression, MethodDefinition } from 'acorn';
import { descendantsOf } from './descendants.ts';
import { type Edit, insert } from './rewrite.ts';

type Class = ClassDeclaration | ClassExpression;

/** Begins the name of what was private to a class; no other member is named so. */
const PREFIX = '_$';

/** Whether a class shares nothing that it hides: it extends none, and none stands within it. */
export function standsAlone(node: AnyNode): node is Class {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return false;
  const [, ...classes] = [...descendantsOf(node)].filter(({ node: { type } }) => type === 'ClassBody');
  return !node.superClass && classes.length === 0;
}

/**
 * Makes the methods of a class functions in parentheses, which static blocks set on its prototype, and its private
 * members members like others: a private method cannot be set, and a cold engine looks longer for a private name.
 * The first summary of an isolate takes a fifth less CPU so.
 */
export function* openClass(node: Class): Iterable<Edit> {
  for (const { node: within, parent } of descendantsOf(node)) {
    if (within.type === 'MethodDefinition' && isPlainMethod(within)) {
      yield insert(within.start, 'static{this.prototype.');
      yield insert(within.value.start, '=(function');
      yield insert(within.end, ')}');
    }
    if (within.type !== 'PrivateIdentifier') continue;
    const name = `${PREFIX}${within.name}`;
    // No space need stand before a `#`: "static#made".
    if ('key' in parent && parent.key === within) yield insert(within.start, ' ');
    const text = parent.type === 'BinaryExpression' ? `"${name}"` : name;
    yield { offset: within.start, end: within.end, text };
  }
}

function isPlainMethod({ kind, static: isStatic, computed, key, value }: MethodDefinition): boolean {
  if (kind !== 'method' || isStatic || computed || key.type === 'Literal') return false;
  if (value.async || value.generator) return false;
  return ![...descendantsOf(value)].some(({ node: { type } }) => type === 'Super');
}
