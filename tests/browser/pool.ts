/** Things of which each serves one at a time. */
export interface Pool<Thing> {
  /** Waits for one that is free, and has it back afterwards. */
  lend<Result>(use: (thing: Thing) => Promise<Result>): Promise<Result>;
  close(end: (thing: Thing) => Promise<void>): Promise<void>;
}

export async function openPool<Thing>(size: number, open: () => Promise<Thing>): Promise<Pool<Thing>> {
  const all = await Promise.all(Array.from({ length: size }, open));
  const free = [...all];
  const waiting: ((thing: Thing) => void)[] = [];
  return {
    async lend(use) {
      const thing = free.pop() ?? (await new Promise<Thing>((resolve) => waiting.push(resolve)));
      try {
        return await use(thing);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(thing);
        else next(thing);
      }
    },
    close: async (end) => void (await Promise.all(all.map(end))),
  };
}
