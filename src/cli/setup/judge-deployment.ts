import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKS } from '../doctor/all-checks.ts';
import { describeReports } from '../doctor/describe-reports.ts';
import { createPatient, examine } from '../doctor/examine.ts';
import type { Deployed } from './run-setup.ts';
import { SetupFault } from './setup-fault.ts';

const POLL_MS = 2_000;
/** A new host of the publisher's gets its certificate first. */
const READY_DEADLINE_MS = 300_000;

/** Waits until the service answers, and has the doctor look at it. @returns Whether all is well, and the report. */
export async function judgeDeployment(
  { origin, token }: Deployed,
  page: string | undefined,
): Promise<{ isWell: boolean; report: string }> {
  await untilReady(origin);
  const patient = createPatient({ origin, token, site: page, mayWrite: token !== undefined });
  const reports = await examine(patient, CHECKS);
  return {
    isWell: reports.every(({ outcome }) => outcome !== 'faulty'),
    report: describeReports(reports),
  };
}

async function untilReady(origin: string): Promise<void> {
  const deadline = Date.now() + READY_DEADLINE_MS;
  while (!(await answers(origin))) {
    if (Date.now() > deadline)
      throw new SetupFault(
        `${origin} does not answer yet`,
        `New addresses can take a while. Later: npm run doctor -- --url ${origin}`,
      );
    await sleep(POLL_MS);
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${origin}/health`);
    return status === 200 || status === 503;
  } catch {
    return false; // Its name or its certificate is not known everywhere yet.
  }
}
