import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTRACT_FILE, formatContract } from '../../src/cli/build-contract.ts';
import { MEMBER_NOTES } from '../../src/http/openapi/components.ts';
import { DESCRIBED, describeContract } from '../../src/http/openapi/describe-contract.ts';
import { membersOf } from '../../src/http/openapi/json-schema.ts';
import { PROBLEMS } from '../../src/http/problem.ts';
import { methodsOf } from '../../src/http/resource.ts';
import { PROBLEM_NOTES_PATH } from '../../src/http/routes/documentation.ts';
import { RESOURCES } from '../../src/http/service.ts';

const resources = RESOURCES;
const described = Object.values(DESCRIBED);

/** The desk is pages for people; what they do stands under `/v1`. */
const isOfApi = ({ path }: { path: string }) => path !== '/desk' && !path.startsWith('/desk/');

describe.each(resources.filter(isOfApi))('$path', (resource) => {
  it.each(methodsOf(resource))('has %s in the OpenAPI document', (method) => {
    const operations = described.filter(({ route }) => route === resource.path);
    expect(operations.some((entry) => entry.operations[method] !== undefined)).toBe(true);
  });
});

const { components, paths } = describeContract();

it.each(Object.entries(DESCRIBED))('every described method of %s is mounted', (_, { route, operations }) => {
  const resource = resources.find(({ path }) => path === route);
  const mounted: readonly string[] = resource === undefined ? [] : methodsOf(resource);
  expect(Object.keys(operations).filter((method) => !mounted.includes(method))).toEqual([]);
});

it('the file beside the Worker is the contract of its schemas', () => {
  const isFresh = readFileSync(CONTRACT_FILE, 'utf8') === formatContract(describeContract());
  expect(isFresh, 'run npm run build:contract').toBe(true);
});

describe('a note', () => {
  const members = Object.entries(components.schemas).flatMap(([name, schema]) => [
    ...membersOf(schema, name),
  ]);

  it('tells of every member of a body, and hangs on its place', () => {
    const silent = members.filter(([, { description }]) => description === undefined).map(([place]) => place);
    expect(silent).toEqual([]);
  });

  it('of a member stands for a place that there is', () => {
    const places = new Set(members.map(([place]) => place));
    expect(Object.keys(MEMBER_NOTES).filter((place) => !places.has(place))).toEqual([]);
  });

  it('of one kind of thing is not said of another', () => {
    const said = new Map(members.map(([place, { description }]) => [place, description]));
    expect(said.get('Problem.type')).not.toBe(said.get('Summary.type'));
    expect(said.get('Health.status')).not.toBe(said.get('Article.status'));
    expect(said.get('Status.outbox.length')).not.toBe(said.get('Summary.length'));
    expect(said.get('Summary.sentences.length')).not.toBe(said.get('Summary.length'));
  });

  const parameters = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      (operation.parameters ?? []).map((parameter) => ({
        name: `${method} ${path} ${parameter.name}`,
        parameter,
      })),
    ),
  );

  it('tells of every parameter, and speaks of no other method', () => {
    expect(
      parameters.filter(({ parameter }) => parameter.description === '').map(({ name }) => name),
    ).toEqual([]);
    const reads = parameters.filter(({ name }) => name.startsWith('get '));
    expect(reads.filter(({ parameter }) => /PUT|412/u.test(parameter.description))).toEqual([]);
  });

  it('of a parameter stands for one that there is', () => {
    for (const { operations } of described)
      for (const { id, query, notes = {} } of Object.values(operations))
        expect(Object.keys(query?.shape ?? {}), id).toEqual(expect.arrayContaining(Object.keys(notes)));
  });
});

describe('who is let in', () => {
  it('is said of every call', () => {
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const open = operations.filter(({ security }) => security.length === 0);
    expect(open.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['frontPage', 'rssFeed', 'health']),
    );
    for (const { security, responses, operationId } of operations)
      expect(security.length === 0, operationId).toBe(responses['401'] === undefined);
  });
});

describe('the description', () => {
  it('describes nothing that is not there', () => {
    const mounted = new Map(resources.map((resource) => [resource.path, methodsOf(resource)]));
    for (const { route, operations } of described) {
      for (const method of Object.keys(operations)) expect(mounted.get(route), route).toContain(method);
    }
  });

  const problemNotes: Record<string, string> = JSON.parse(
    readFileSync(`public${PROBLEM_NOTES_PATH}`, 'utf8'),
  );

  it.each(Object.keys(PROBLEMS))('explains the problem %s', (type) => {
    expect(problemNotes[type]).toMatch(/\.$/u);
  });

  it('stands for no problem that there is none of', () => {
    expect(Object.keys(problemNotes).filter((type) => !Object.hasOwn(PROBLEMS, type))).toEqual([]);
  });
});
