import type { Summary } from '../core/summary/summary.ts';

const DEADLINE_MS = 20_000;

interface Request {
  sharedAnswer: Promise<Summary>;
  abortControl: AbortController;
  /** Boxes that wait for it, or did. */
  waitingCount: number;
}

/** One request a page for each address, however many boxes want it. */
const requests = new Map<string, Request>();

/**
 * Asks the service, or joins a box that has asked already. A refusal for good is kept like an answer, or every further
 * box would write a line into the page's console; other failures are not.
 *
 * The answer rejects with the `Response` that refuses, or with the error that kept it from coming or from being read.
 *
 * @returns The answer, and what to call by who waits for it no longer: nobody left, the request is given up.
 */
export function requestSummary(
  address: string,
  anew?: boolean,
): [answer: Promise<Summary>, leave: () => void] {
  const request = (!anew && requests.get(address)) || startRequest(address);
  request.waitingCount++;
  return [
    request.sharedAnswer,
    () => {
      if (--request.waitingCount) return;
      requests.delete(address);
      request.abortControl.abort();
    },
  ];
}

function startRequest(address: string): Request {
  const abortControl = new AbortController();
  const sharedAnswer = fetchSummary(address, abortControl.signal);
  const request = { sharedAnswer, abortControl, waitingCount: 0 };
  setTimeout(() => abortControl.abort(), DEADLINE_MS);
  sharedAnswer.catch((fault) => isFinal(fault) || requests.delete(address));
  requests.set(address, request);
  return request;
}

/**
 * There is no summary for this article, and asking again will not bring one. What others put before the service (403 of a
 * firewall, 401, 408) says nothing of the article: that can be passed on the hosted page, or tried again.
 */
export function isFinal({ status = 0, headers }: Partial<Response>): boolean {
  return status === 403
    ? /json/.test(headers?.get('content-type') as string)
    : [200, 204, 404, 410, 422, 451].includes(status);
}

/** An answer without a sentence refuses as an error status does: there is no summary. */
async function fetchSummary(address: string, signal: AbortSignal): Promise<Summary> {
  const response = await fetch(address, { credentials: 'omit', signal });
  if (response.ok) {
    const summary: Summary | null = await response.json();
    if (summary?.sentences[0]?.text.trim()) return summary;
  }
  throw response;
}
