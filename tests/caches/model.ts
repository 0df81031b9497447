/** What a read showed: the status, and which of the articles' marks stand in its body, in order. */
export type Shown = string;

export function shownBy(status: number, body: string): Shown {
  return `${status} ${(body.match(/Mark\d+/gu) ?? []).join()}`;
}

interface Truth {
  shown: Shown;
  /** From when it held, and until when: undefined while it does. Milliseconds. */
  from: number;
  until: number | undefined;
  limitMs: number;
}

/** Ages are told in whole seconds, rounded by either side (RFC 9111, section 4.2.3). */
const ROUNDING_MS = 2_000;

/** What each address showed, and when. */
export class History {
  readonly #truths = new Map<string, Truth[]>();

  /** @param askedAt - Before the service was asked. */
  record(path: string, shown: Shown, limitMs: number, askedAt: number): void {
    const truths = this.#truths.get(path) ?? [];
    const last = truths.at(-1);
    if (last?.shown === shown) return;
    if (last !== undefined) last.until = askedAt;
    truths.push({ shown, from: askedAt, until: undefined, limitMs });
    this.#truths.set(path, truths);
  }

  /**
   * Whether an answer that was true may still be shown by a cache.
   *
   * @param asks - The cache was told to ask first, so nothing but the truth will do.
   */
  allows(path: string, shown: Shown, askedAt: number, asks: boolean): boolean {
    return (this.#truths.get(path) ?? []).some((truth) => {
      const graceMs = asks ? 0 : truth.limitMs + ROUNDING_MS;
      return truth.shown === shown && (truth.until === undefined || truth.until + graceMs >= askedAt);
    });
  }
}
