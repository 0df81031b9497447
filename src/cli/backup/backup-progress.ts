const BAR_WIDTH = 30;

/** A bar on stderr where somebody watches, a line every thousand where nobody does. */
export interface Progress {
  advance(count?: number): void;
  end(): void;
}

export function showProgress(
  verb: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  let done = 0;
  const draw = () => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const bar = '█'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '░');
    stream.write(`\r${verb} ${bar} ${done} of ${Math.max(done, total)}`);
  };
  return {
    advance(count = 1) {
      const before = done;
      done += count;
      if (stream.isTTY) draw();
      else if (Math.floor(before / 1_000) !== Math.floor(done / 1_000))
        stream.write(`${verb} ${done} of ${total}\n`);
    },
    end() {
      stream.write(stream.isTTY ? '\n' : `${verb} ${done} of ${Math.max(done, total)}\n`);
    },
  };
}
