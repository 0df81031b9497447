import { connect, createServer, type Server } from 'node:net';

/**
 * Opens a port of this machine to a server that stands behind another one, byte for byte: whoever waits until somebody
 * answers finds a service that is ready, samples in it.
 *
 * @throws {Error} `EADDRINUSE` where somebody has taken the port meanwhile.
 */
export async function openDoor(port: number, innerPort: number): Promise<Server> {
  const door = createServer((outer) => {
    const inner = connect(innerPort, '127.0.0.1');
    outer.pipe(inner).pipe(outer);
    outer.once('error', () => inner.destroy());
    inner.once('error', () => outer.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return door;
}

/** A port that nobody has. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
