/** Counts of one run. */
export interface Tally {
  created: number;
  changed: number;
  unchanged: number;
  skipped: number;
  /** Should have come in and could not. */
  refused: Told[];
  /** Not published where it comes from either. */
  leftOut: Told[];
  /** Came in, but for something that is told. */
  notes: Told[];
  /** The first of a dry run, to be compared with the site. */
  addresses: string[];
}

interface Told {
  name: string;
  reason: string;
}

export function emptyTally(): Tally {
  return {
    created: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    refused: [],
    leftOut: [],
    notes: [],
    addresses: [],
  };
}

export function countOf({ created, changed, unchanged, skipped, refused, leftOut }: Tally): number {
  return created + changed + unchanged + skipped + refused.length + leftOut.length;
}

const BAR_WIDTH = 30;
const REDRAW_MS = 100;

export interface Progress {
  show(tally: Tally, total: number | undefined): void;
  end(): void;
}

/** A bar with rate and time left on a terminal; nothing elsewhere, where a line would be printed for every step. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  const startedAt = now();
  let drawnAt = 0;
  return {
    show(tally, total) {
      if (!stream.isTTY || now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      stream.write(`\r\u001B[K${describeProgress(countOf(tally), total, now() - startedAt)}`);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001B[K');
    },
  };
}

export function describeProgress(done: number, total: number | undefined, elapsedMs: number): string {
  const rate = elapsedMs <= 0 ? 0 : (done * 1000) / elapsedMs;
  const speed = `${rate.toFixed(1)}/s`;
  if (total === undefined || total === 0) return `${done} done  ${speed}`;
  const share = Math.min(1, done / total);
  const bar = '#'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '.');
  const left = rate === 0 ? '' : `  ${describeSeconds((total - done) / rate)} left`;
  return `[${bar}] ${done}/${total}  ${speed}${left}`;
}

function describeSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
