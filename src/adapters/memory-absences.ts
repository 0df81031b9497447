import type { Absence } from '../core/catalogue/absence.ts';
import { normalizePageUrl } from '../core/fetching/page-identity.ts';
import type { Absences, ArticleCopies, Catalogue } from '../flows/ports.ts';

/**
 * Absences in a map, and copies that tell of them as long as the page leads to no article: what the catalogue's outbox
 * brings about a moment after a change.
 */
export function withMemoryAbsences<Copies extends ArticleCopies>(
  catalogue: Catalogue,
  copies: Copies,
): { absences: Absences; copies: Copies } {
  const absences = new Map<string, Absence>();
  return {
    absences: {
      async noteAbsence(pageUrl, fault, until) {
        absences.set(normalizePageUrl(pageUrl), { fault, path: new URL(pageUrl).pathname, until });
      },
    },
    copies: {
      ...copies,
      async pageOf(pageUrl) {
        const absence = absences.get(normalizePageUrl(pageUrl));
        const isAbsent = absence !== undefined && (await catalogue.resolve(pageUrl)) === undefined;
        return (await copies.pageOf(pageUrl)) ?? (isAbsent ? { absence } : undefined);
      },
    },
  };
}
