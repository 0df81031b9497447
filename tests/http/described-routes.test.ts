import { describe, expect, it } from 'vitest';
import { createResources } from '../../src/http/app.ts';
import { DESCRIBED } from '../../src/http/openapi/document.ts';
import { PROBLEMS } from '../../src/http/problem.ts';
import { PROBLEM_NOTES } from '../../src/http/problem-notes.ts';
import { methodsOf } from '../../src/http/resource.ts';
import { memoryDependencies } from './memory-service.ts';

const resources = createResources(memoryDependencies());
const described = Object.values(DESCRIBED);

describe.each(resources)('$path', (resource) => {
  it.each(methodsOf(resource))('has %s in the OpenAPI document', (method) => {
    const operations = described.filter(({ route }) => route === resource.path);
    expect(operations.some((entry) => entry.operations[method] !== undefined)).toBe(true);
  });
});

describe('the description', () => {
  it('describes nothing that is not there', () => {
    const mounted = new Map(resources.map((resource) => [resource.path, methodsOf(resource)]));
    for (const { route, operations } of described) {
      for (const method of Object.keys(operations)) expect(mounted.get(route), route).toContain(method);
    }
  });

  it.each(Object.keys(PROBLEMS))('explains the problem %s', (type) => {
    expect(Object.entries(PROBLEM_NOTES).find(([name]) => name === type)?.[1]).toMatch(/\.$/u);
  });
});
