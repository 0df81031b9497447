import { describe, expect, it } from 'vitest';
import { findCircles, readImportGraph } from './import-graph.ts';

const graph = readImportGraph();

/** Rooms in the order in which a text, or an article, goes through them: each may use what stands before it. */
const WAYS = {
  'src/core/summarizer': [
    'memory',
    'characters',
    'terms',
    'language',
    'sentences',
    'article',
    'matching',
    'screening',
    'model',
    'question',
    'selection',
    'ranking',
    '.',
  ],
  'src/core': [
    'summarizer',
    'grounding',
    '.',
    'labels',
    'fetching',
    'article',
    'content',
    'extraction',
    'summary',
    'generation',
    'catalogue',
    'measures',
    'injection',
  ],
  'src/core/grounding': ['verdict', 'language', 'text', 'source', 'model', 'checks', '.'],
  'src/core/content': ['html', 'body', 'markdown', '.'],
  'src/core/extraction': ['page', 'metadata', 'story', 'feeds', '.'],
};

const roomOf = (way: string, path: string): string => {
  const [first = '', second] = path.slice(way.length + 1).split('/');
  return second === undefined ? '.' : first;
};

function importsBetweenRooms(way: string): { from: string; to: string; path: string; target: string }[] {
  return [...graph].flatMap(([path, targets]) =>
    path.startsWith(`${way}/`)
      ? targets
          .filter((target) => target.startsWith(`${way}/`))
          .map((target) => ({ from: roomOf(way, path), to: roomOf(way, target), path, target }))
      : [],
  );
}

/** Who trains and measures the model has to look inside; everybody else comes through the door. */
const SEES_INSIDE = /^src\/cli\/(?:training\/|train(?:-\w+)?\.ts)/;

/** What a verdict says is told without making the gate ready. */
const DOORS_OF_THE_GATE = ['src/core/grounding/index.ts', 'src/core/grounding/verdict/verdict.ts'];
const SEES_INSIDE_THE_GATE = /^src\/cli\/(?:training\/|evaluation\/grounding\/|train-grounding\.ts)/;

describe('imports of src/', () => {
  it('lead nowhere but to files that exist', () => {
    const files = new Set(graph.keys());
    const lost = [...graph].flatMap(([path, targets]) =>
      targets
        .filter((target) => /\.tsx?$/.test(target) && !files.has(target))
        .map((target) => [path, target]),
    );
    expect(lost).toEqual([]);
  });

  it('never go in a circle, types included', () => {
    expect(findCircles(graph)).toEqual([]);
  });

  it.each(Object.entries(WAYS))('inside %s go back along the way only', (way, rooms) => {
    const links = importsBetweenRooms(way);
    expect(
      [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter((room) => !rooms.includes(room)),
    ).toEqual([]);
    expect(links.filter(({ from, to }) => rooms.indexOf(to) > rooms.indexOf(from))).toEqual([]);
  });

  it('reach the summariser through its door, or name it without running it', () => {
    // What answers questions has a door of its own, since few ask any; an expression is made late in one way everywhere.
    const doors = ['index.ts', 'engine.ts', 'answering-models.ts', 'memory/late-expression.ts'].map(
      (name) => `src/core/summarizer/${name}`,
    );
    const around = [...graph].flatMap(([path, targets]) =>
      path.startsWith('src/core/summarizer/') || SEES_INSIDE.test(path)
        ? []
        : targets
            .filter((to) => to.startsWith('src/core/summarizer/') && !doors.includes(to))
            .map((to) => `${path} -> ${to}`),
    );
    expect(around).toEqual([]);
  });

  it('reach the gate through its door', () => {
    const around = [...graph].flatMap(([path, targets]) =>
      path.startsWith('src/core/grounding/') || SEES_INSIDE_THE_GATE.test(path)
        ? []
        : targets
            .filter((to) => to.startsWith('src/core/grounding/') && !DOORS_OF_THE_GATE.includes(to))
            .map((to) => `${path} -> ${to}`),
    );
    expect(around).toEqual([]);
  });

  it('of the summariser stay inside it', () => {
    const leaving = [...graph].flatMap(([path, targets]) =>
      path.startsWith('src/core/summarizer/')
        ? targets.filter((to) => !to.startsWith('src/core/summarizer/')).map((to) => `${path} -> ${to}`)
        : [],
    );
    expect(leaving).toEqual([]);
  });
});

describe('a circle of imports', () => {
  it('is found, however long it is', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['a']],
    ]);
    expect(findCircles(circle)).toEqual([['a', 'b', 'd', 'a']]);
  });
});
