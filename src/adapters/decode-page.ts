import { decodeAbsence, isAbsence } from '../core/catalogue/absence.ts';
import type { PageCopy } from '../flows/ports.ts';

/** @throws {Error} where the value is neither a slug nor an absence. */
export function decodePage(value: string): PageCopy | undefined {
  if (!isAbsence(value)) return { slug: value };
  const absence = decodeAbsence(value);
  return absence && { absence };
}
