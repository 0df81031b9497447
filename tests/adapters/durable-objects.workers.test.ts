import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/adapters/catalogue/catalogue.ts';
import { lateObject } from '../../src/adapters/late-object.ts';
import { Measures } from '../../src/adapters/measures/measures-object.ts';
import { SiteCrawler } from '../../src/adapters/site-crawler/site-crawler.ts';
import * as door from '../../src/worker.ts';

const methodsOf = ({ prototype }: { prototype: object }) => Object.getOwnPropertyNames(prototype).sort();

describe('a class of objects as the door shows it', () => {
  it.each([
    ['Catalogue', door.Catalogue, Catalogue],
    ['Measures', door.Measures, Measures],
    ['SiteCrawler', door.SiteCrawler, SiteCrawler],
  ])('%s has all methods of the one behind it, and no others', (name, shown, { prototype }) => {
    expect(shown.name).toBe(name);
    expect(methodsOf(Object.getPrototypeOf(shown))).toEqual(methodsOf({ prototype }));
  });

  it('does not compile where a method is missing, or one is named that is not there', () => {
    const load = async () => Measures;
    // @ts-expect-error: its alarm is missing.
    lateObject(load, { add: true, read: true });
    // @ts-expect-error: there is no such method.
    lateObject(load, { add: true, read: true, alarm: true, clear: true });
    const whole = lateObject(load, { add: true, read: true, alarm: true });
    expect(methodsOf(whole)).toEqual(methodsOf(Measures));
  });
});
