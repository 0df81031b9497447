import { readFile, writeFile } from 'node:fs/promises';

/**
 * `npm run manifest:widget`: writes `custom-elements.json` (schema 1.0.0) from the documentation of the element's class,
 * which is the one place where its contract is told.
 */
const SOURCE = 'src/widget/stand-first-element.ts';
const MANIFEST = 'custom-elements.json';

interface Named {
  name: string;
  description: string;
}

interface Typed extends Named {
  type?: { text: string };
  default?: string;
}

export interface Contract {
  attributes: Typed[];
  members: (Typed & { kind: 'field' | 'method'; readonly?: boolean })[];
  events: Typed[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: (Named & { default?: string })[];
  cssStates: Named[];
}

const TAG = /^@(\w+) (?:\{([^}]*)\} )?([\w-]*)(?:=(\S+))? - (.+)$/u;

/** Reads the tags of the class: `@attr {type} name=default - text`, and the like for each kind. */
export function readContract(source: string): Contract {
  const documentation =
    source
      .split('/**')
      .map((comment) => comment.slice(0, comment.indexOf('*/')))
      .find((comment) => comment.includes('@tagname')) ?? '';
  const lines = documentation.split('\n').map((line) => line.replace(/^\s*\* ?/u, ''));
  const read = (tag: string): Typed[] =>
    lines.flatMap((line) => {
      const [, said, type, name, value, description] = TAG.exec(line) ?? [];
      if (said !== tag || name === undefined || description === undefined) return [];
      return [
        {
          name,
          description,
          ...(type === undefined ? {} : { type: { text: type } }),
          ...(value === undefined ? {} : { default: value }),
        },
      ];
    });
  return {
    attributes: read('attr'),
    members: [
      ...read('prop').map((field) => ({ kind: 'field' as const, ...field })),
      ...read('readonly').map((field) => ({ kind: 'field' as const, ...field, readonly: true })),
      ...read('method').map((method) => ({ kind: 'method' as const, ...method })),
    ],
    events: read('fires'),
    slots: read('slot'),
    cssParts: read('csspart'),
    cssProperties: read('cssprop'),
    cssStates: read('cssstate'),
  };
}

export function describeManifest(source: string): string {
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: SOURCE,
        declarations: [
          {
            kind: 'class',
            name: 'StandFirstElement',
            tagName: 'stand-first',
            customElement: true,
            superclass: { name: 'HTMLElement' },
            ...readContract(source),
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'stand-first',
            declaration: { name: 'StandFirstElement', module: SOURCE },
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  await writeFile(MANIFEST, describeManifest(await readFile(SOURCE, 'utf8')));
}
