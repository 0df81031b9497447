import { beforeAll, describe, expect, it } from 'vitest';
import { buildWidget } from '../../src/cli/build-widget.ts';
import { measureWidget, type WidgetSize } from '../../src/cli/build-widget-sizes.ts';

describe('the widget', () => {
  let sizes: WidgetSize[];
  beforeAll(async () => {
    sizes = measureWidget(await buildWidget('0.0.0', ['en']));
  });

  it('stays within its budgets, minified and gzipped', () => {
    console.log(sizes.map(({ what, bytes, budget }) => `${what}: ${bytes} of ${budget} B`).join('\n'));
    expect(sizes.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
  });
});
