import { fileURLToPath } from 'node:url';

const OUTSIDE_BENCH = '../shared/suites/bench/dev.jsonl';
const OWN_SET: string = fileURLToPath(new URL('../../../../samples/reading', import.meta.url));
/** Judged articles that training learns from and `eval:reading` measures on: the outside bench and our own. */
export const JUDGED_SETS: string[] = [OUTSIDE_BENCH, OWN_SET];
