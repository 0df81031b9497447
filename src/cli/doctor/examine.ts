import { setTimeout as sleep } from 'node:timers/promises';
import { isThisMachine } from '../../core/fetching/this-machine.ts';
import { describeError } from '../describe-error.ts';
import {
  type Answer,
  type Check,
  type Finding,
  faulty,
  type Patient,
  type Report,
  skipped,
} from './check.ts';

const ANSWER_DEADLINE_MS = 20_000;
const PATIENCE_MAX_SECONDS = 65;

/** A patient whose answers are asked for once each. */
export function createPatient(facts: Omit<Patient, 'ask' | 'isLocal'>): Patient {
  const known = new Map<string, Promise<Answer>>();
  const { hostname } = new URL(facts.origin);
  return {
    ...facts,
    isLocal: isThisMachine(hostname),
    ask(address, { anew = false, ...init } = {}) {
      const url = new URL(address, facts.origin).href;
      const name = JSON.stringify([url, init.method, init.headers, init.body]);
      const before = anew ? undefined : known.get(name);
      const answer = before ?? send(url, init);
      if (!anew) known.set(name, answer);
      return answer;
    },
  };
}

/** A limit that is met is waited out once: it says nothing about the service. */
async function send(url: string, init: RequestInit, isAgain = false): Promise<Answer> {
  const response = await fetch(url, {
    redirect: 'manual',
    ...init,
    signal: AbortSignal.timeout(ANSWER_DEADLINE_MS),
  });
  const text = await response.text();
  const { status, headers } = response;
  const pause = Number(headers.get('Retry-After') ?? Number.NaN);
  if (status === 429 && !isAgain && pause <= PATIENCE_MAX_SECONDS) {
    await sleep(pause * 1000);
    return send(url, init, true);
  }
  return { status, headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Looks at everything, one after the other. A check that cannot be made is a fault of what it looks at; where the service
 * gives no answer at all, the first check says so and the others have nothing to look at.
 */
export async function examine(patient: Patient, checks: readonly Check[]): Promise<Report[]> {
  const isSilent = await patient.ask('/health').then(
    () => false,
    () => true,
  );
  const reports: Report[] = [];
  for (const [index, check] of checks.entries()) {
    const { id, wanted, todo } = check;
    const isPointless = isSilent && index > 0;
    const { outcome, seen } = isPointless
      ? skipped('the service does not answer')
      : await look(patient, check);
    reports.push({ id, outcome, seen, wanted, todo });
  }
  return reports;
}

function look(patient: Patient, check: Check): Promise<Finding> {
  return check.look(patient).catch((error: unknown) => faulty(`no answer: ${describeError(error)}`));
}
