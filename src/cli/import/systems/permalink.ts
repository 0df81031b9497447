const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * Fills the placeholders of an address: `/:year/:month/:title/`.
 *
 * @returns undefined where one of them is not known: a wrong address is worse than none.
 */
export function fillPermalink(
  pattern: string,
  {
    day,
    values,
  }: {
    day: { year: string; month: string; day: string } | undefined;
    values: Readonly<Record<string, string>>;
  },
): string | undefined {
  const dates: Record<string, string> =
    day === undefined
      ? {}
      : {
          year: day.year,
          short_year: day.year.slice(-2),
          month: day.month,
          i_month: String(Number(day.month)),
          monthname: (MONTHS[Number(day.month) - 1] ?? '').toLowerCase(),
          day: day.day,
          i_day: String(Number(day.day)),
          yearday: String(dayOfYear(day)),
          y_day: String(dayOfYear(day)).padStart(3, '0'),
        };
  let isKnown = true;
  const path = pattern.replace(/:([a-z_]+)/gu, (_, name: string) => {
    const value = values[name] ?? dates[name];
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? path.replace(/\/{2,}/gu, '/') : undefined;
}

function dayOfYear({ year, month, day }: { year: string; month: string; day: string }): number {
  const at = (monthNumber: number, dayNumber: number) => Date.UTC(Number(year), monthNumber, dayNumber);
  return Math.round((at(Number(month) - 1, Number(day)) - at(0, 1)) / 86_400_000) + 1;
}
