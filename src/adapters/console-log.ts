/**
 * Logs are lines of JSON on the console, where Workers Logs picks them up. They hold no query string, address, user
 * agent, body or token.
 */
function logRequest(line: { error?: unknown }): void {
  if (line.error === undefined) console.log(JSON.stringify(line));
  else console.error(JSON.stringify({ ...line, error: describeError(line.error) }));
}

/**
 * Logs each request. workerd makes its console ready for the first line, which takes longer than an answer: so that line
 * is written once its answer is on its way.
 *
 * @param defer - Keeps the request alive for work behind the answer.
 */
export function createRequestLog(
  defer: (work: Promise<unknown>) => void,
): (line: { error?: unknown }) => void {
  let isReady = false;
  return (line) => {
    if (isReady) {
      logRequest(line);
      return;
    }
    isReady = true;
    defer(scheduler.wait(0).then(() => logRequest(line)));
  };
}

/** Something of note that no request asked for. */
export function logEvent(event: string, facts: object): void {
  console.log(JSON.stringify({ event, ...facts }));
}

/** Something went wrong that no client sees. */
export function logWarning(event: string, error: unknown): void {
  console.warn(JSON.stringify({ event, error: describeError(error) }));
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
