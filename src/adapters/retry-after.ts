const RETRY_AFTER_MAX_SECONDS = 24 * 60 * 60;

/**
 * How long an answer asks to be left alone: seconds or a date (RFC 9110, section 10.2.3), a day at most.
 *
 * @returns Null where it asks for nothing that can be read.
 */
export function readRetryAfter({ headers }: Response): number | null {
  const field = headers.get('Retry-After');
  if (field === null) return null;
  const seconds = /^\d{1,9}$/u.test(field.trim()) ? Number(field) : (Date.parse(field) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(RETRY_AFTER_MAX_SECONDS, Math.max(0, Math.ceil(seconds)));
}
