import { isAbsence } from '../core/catalogue/absence.ts';
import type { PageCopy } from '../flows/ports.ts';

/** @throws {Error} where the value is neither a slug nor an absence. */
export async function decodePage(value: string): Promise<PageCopy | undefined> {
  if (!isAbsence(value)) return { slug: value };
  const { decodeAbsence } = await import('../core/catalogue/decode-absence.ts');
  const absence = decodeAbsence(value);
  return absence && { absence };
}
