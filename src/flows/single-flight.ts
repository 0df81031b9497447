/** Lets those who ask the same thing at the same time share one answer. Failures are shared, then forgotten. */
export interface SingleFlight {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function createSingleFlight(): SingleFlight {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    run<T>(name: string, work: () => Promise<T>): Promise<T> {
      const known = underWay.get(name);
      if (known !== undefined) return known as Promise<T>;
      const flight = work().finally(() => underWay.delete(name));
      underWay.set(name, flight);
      return flight;
    },
  };
}
