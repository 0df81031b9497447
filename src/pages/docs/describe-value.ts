import type { DocsSchema } from './contract.ts';

/** `integer, 1 to 100, default 20`. */
export function describeValue(schema: DocsSchema): string {
  return [describeType(schema), describeBounds(schema), describeDefault(schema)].filter(Boolean).join(', ');
}

function describeType(schema: DocsSchema): string {
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(describeType).join(' | ');
  if (schema.type === 'array') return `list of ${describeType(schema.items ?? {})}`;
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ');
}

function describeBounds(schema: DocsSchema): string {
  const bounded = schema.anyOf?.find(({ maxLength }) => maxLength !== undefined) ?? schema;
  const { minimum, maximum, maxLength, maxItems } = bounded;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  return maxItems === undefined ? '' : `at most ${maxItems}`;
}

function describeDefault({ default: value }: DocsSchema): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  return `default ${String(value)}`;
}
