import { describe, expect, it } from 'vitest';
import { type BodyKind, renderContent } from '../../src/core/content/render-content.ts';
import { judge } from './xss-judge.ts';
import { readPayloads } from './xss-payloads.ts';

const payloads = readPayloads();

describe.skipIf(payloads === undefined)('outside payloads', () => {
  it.each<BodyKind>(['html', 'markdown', 'text'])(
    'leave nothing that could run in a body sent as %s',
    (kind) => {
      const findings = payloads?.flatMap(({ id, payload }) => {
        const result = renderContent(kind, payload);
        return result.ok
          ? judge(result.content.html).map((finding) => `${id}: ${finding}`)
          : [`${id}: refused`];
      });
      expect(findings).toEqual([]);
    },
  );

  it.each<BodyKind>(['html', 'markdown', 'text'])(
    'sent as %s come back the same when they are sent again',
    (kind) => {
      const changed = payloads?.filter(({ payload }) => {
        const first = renderContent(kind, payload);
        const second = first.ok ? renderContent('html', first.content.html) : first;
        return !(first.ok && second.ok && first.content.html === second.content.html);
      });
      expect(changed).toEqual([]);
    },
  );

  it('are found by the judge as they are', () => {
    const judged = payloads?.filter(({ format }) => format === 'html') ?? [];
    const found = judged.filter(({ payload }) => judge(payload).length > 0);
    expect(found.length / judged.length).toBeGreaterThan(0.9);
  });
});
