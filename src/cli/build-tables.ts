import { writeFileSync } from 'node:fs';
import { makeSummarizerTables } from './training/summarizer-tables.ts';

/**
 * `npm run build:tables`: writes the tables that the summariser uses in place. To be run when one of their sources has
 * changed, after training above all; a test tells when it was forgotten.
 */
for (const { file, content } of makeSummarizerTables()) writeFileSync(file, content);
