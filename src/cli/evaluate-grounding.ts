import { parseArgs } from 'node:util';
import { readPairs } from './evaluation/grounding/pairs.ts';
import { reportDomains } from './evaluation/grounding/report-domains.ts';
import { reportEdits } from './evaluation/grounding/report-edits.ts';
import { reportLanguages } from './evaluation/grounding/report-languages.ts';

/** `npm run eval:grounding`: how much of what is wrong the gate catches, and how much of what is right it lets pass. */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/grounding' },
    /** Domains to leave out of training one by one; all by default. */
    domain: { type: 'string', multiple: true },
    /** So many other seeds are tried as well: how far chance alone moves the figures. */
    seeds: { type: 'string', default: '0' },
    /** Only what needs no training. */
    quick: { type: 'boolean', default: false },
  },
});

const data = readPairs(options.data);
reportEdits(data);
reportLanguages();
if (!options.quick) reportDomains(data, options.domain, Number(options.seeds));
