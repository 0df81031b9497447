/** What went wrong, for people. `fetch` says in its cause alone why there was no answer. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // A name with several addresses fails with an error of many, whose message is empty.
  const why = cause.message || ('code' in cause ? String(cause.code) : cause.name);
  return `${error.message} (${why})`;
}
