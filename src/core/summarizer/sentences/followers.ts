import { lateWords } from '../memory/late-words.ts';
/** Time zones as American and British papers print them behind a clock time. */
export const TIME_ZONES = lateWords(
  'ET EST EDT CT CST CDT MT MST MDT PT PST PDT AT AKST AKDT HST GMT BST UTC WET CET CEST EET EEST MSK IST SGT HKT JST KST AEST AEDT AWST ACST NZST NZDT WIB WAT EAT SAST',
);

const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';
const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';

/** What belongs to a clock time before it: "8 p.m. Tuesday", "9 a.m. Eastern". */
const AFTER_CLOCK = lateWords(
  `${WEEKDAYS} ${MONTHS} eastern central mountain pacific atlantic greenwich local daily weekdays weeknights easter christmas thanksgiving`,
);
const DAYS = lateWords(WEEKDAYS);
const VERBS_AFTER_DAY = lateWords('is was will has had marks marked brings brought sees saw would may');

/** Names that the abbreviation of a state begins: "U.S. Navy", "U.N. Security Council", "D.C. Circuit". */
const AFTER_STATE = lateWords(
  `${WEEKDAYS} navy army senate house congress president supreme marine marines air coast treasury embassy open census capitol constitution government department secretary attorney district marshals marshal customs postal representative sen rep gov ambassador border immigration justice federal forest fish geological food steel airways bank olympic masters amateur women men soccer figure grand commerce energy state defense agriculture agency central citizenship court circuit conference consulate cyber dollar election environmental highway route interstate interior labor magistrate mint national naval olympics park patent presidential rangers securities special strategic surgeon tax trade transportation veterans virgin weather war security council general assembly human commission high refugee charter mission parliament foreign home prime minister independence anti civil office military forces space green cellular attorneys`,
);
/** What is named after people: "Martin Luther King Jr. Day". */
const AFTER_JUNIOR = lateWords(
  'day boulevard high avenue street drive way memorial middle elementary park bridge center centre school parkway highway hospital library award prize',
);
const STATES = lateWords('u.s u.k u.n e.u d.c u.s.a n.y l.a u.a.e');

/** Whether `next` goes on with what an abbreviation of a name began; both in lower case. */
export function belongsToAbbreviation(abbreviation: string, next: string): boolean {
  if (STATES.has(abbreviation)) return AFTER_STATE.has(next);
  return (abbreviation === 'jr' || abbreviation === 'sr') && AFTER_JUNIOR.has(next);
}

/**
 * Whether a word goes on with a clock time.
 *
 * @param following - The word behind it, in lower case: "8 p.m. Monday was cold" is two sentences.
 */
export const belongsToClock = (next: string, following: string): boolean =>
  TIME_ZONES.has(next) ||
  (AFTER_CLOCK.has(next.toLowerCase()) && !(DAYS.has(next.toLowerCase()) && VERBS_AFTER_DAY.has(following)));
