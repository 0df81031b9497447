/** Abbreviations that publishers write and that mean one thing, with their minutes before (-) or after UTC. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const OFFSET = /([+-])(\d{2}):?(\d{2})?$/;

/**
 * The zone at the end of a time, in minutes after UTC: `+01`, `-0330`, `GMT+2`, `EST`.
 *
 * @returns undefined where none is said that we know.
 */
export function offsetOf(text: string): number | undefined {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? /(?:gmt|utc) ?([+-])(\d)()$/.exec(text) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  const [word = ''] = /[a-z]{1,5}$/.exec(text) ?? [];
  return Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined;
}

/** Whether a name is one of the IANA's time zones, such as `Europe/Oslo`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false; // RangeError: no zone of that name.
  }
}

/**
 * @param wallTime - What a clock in the zone shows, as if it were UTC, in milliseconds.
 * @param timeZone - IANA name.
 * @returns Milliseconds since the epoch. An hour that is left out in spring counts as the one after it.
 */
export function instantIn(timeZone: string, wallTime: number): number {
  const guess = wallTime - offsetAt(timeZone, wallTime);
  return wallTime - offsetAt(timeZone, guess);
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
