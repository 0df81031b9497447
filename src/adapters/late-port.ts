import { loadOnce } from '../core/load-once.ts';

type Asynchronous<Port> = { [Name in keyof Port]: (...args: never) => Promise<unknown> };

/** A port whose code is loaded by its first call, for what few requests ask. */
export function latePort<Port extends Asynchronous<Port>>(load: () => Promise<Port>): Port {
  const port = loadOnce(load);
  const call = async (name: keyof Port, args: never[]) => (await port())[name](...(args as never));
  // Whoever waits for the port itself asks whether it is a promise, by this name.
  const get = (_: Port, name: string | symbol) =>
    name === 'then' ? undefined : (...args: never[]) => call(name as keyof Port, args);
  return new Proxy({} as Port, { get });
}
