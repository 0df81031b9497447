type Asynchronous<Port> = { [Name in keyof Port]: (...args: never) => Promise<unknown> };

/**
 * A port whose code is loaded by its first call, for what few requests ask.
 *
 * @param load - Each call that finds nothing loaded waits for one of its own: a promise of one request, which may be
 *   broken off, is nothing for another to wait for.
 */
export function latePort<Port extends Asynchronous<Port>>(load: () => Promise<Port>): Port {
  let port: Port | undefined;
  const call = async (name: keyof Port, args: never[]) => {
    if (port === undefined) {
      const loaded = await load();
      port ??= loaded;
    }
    return port[name](...(args as never));
  };
  // Whoever waits for the port itself asks whether it is a promise, by this name.
  const get = (_: Port, name: string | symbol) =>
    name === 'then' ? undefined : (...args: never[]) => call(name as keyof Port, args);
  return new Proxy({} as Port, { get });
}
