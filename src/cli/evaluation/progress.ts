const WIDTH = 30;

/** A bar on standard error; silent when that is not a terminal. */
export function makeProgress(label: string, total: number): { tick: () => void; end: () => void } {
  let done = 0;
  const visible = process.stderr.isTTY;
  const draw = () => {
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    process.stderr.write(`\r${label} [${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done}/${total}`);
  };
  return {
    tick: () => {
      done += 1;
      if (visible) draw();
    },
    end: () => {
      if (visible) process.stderr.write('\r\u001b[K');
    },
  };
}
