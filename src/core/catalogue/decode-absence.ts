import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { type Absence, isTold } from './absence.ts';

const absenceSchema = lazily(() =>
  z.object({
    fault: z.looseObject({ kind: z.string() }),
    path: z.nullable(z.string()),
    until: z.nullable(z.number()),
  }),
);

/** @throws {SyntaxError | z.ZodError} where the value is none. */
export function decodeAbsence(value: string): Absence | undefined {
  const absence = absenceSchema().parse(JSON.parse(value));
  return isTold(absence.fault) ? (absence as Absence) : undefined;
}
