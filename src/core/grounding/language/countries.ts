/**
 * One country a line: its names, demonyms and abbreviations, which stand for each other, and behind the bar the
 * capital, which an article may name in place of the country but which a country's name does not support.
 */
const COUNTRIES = `uk britain british | london
us usa american americans america | washington
eu european |
russia russian russians | moscow
ukraine ukrainian ukrainians | kyiv kiev
germany german germans | berlin
france french | paris
spain spanish | madrid
italy italian italians | rome
china chinese | beijing
japan japanese | tokyo
india indian indians | delhi
canada canadian canadians | ottawa
mexico mexican mexicans |
brazil brazilian brazilians | brasilia
australia australian australians | canberra
turkey turkish türkiye | ankara
israel israeli israelis | jerusalem
iran iranian iranians | tehran
iraq iraqi iraqis | baghdad
syria syrian syrians | damascus
poland polish poles | warsaw
netherlands dutch | hague
belgium belgian | brussels
sweden swedish | stockholm
norway norwegian | oslo
denmark danish | copenhagen
finland finnish | helsinki
greece greek greeks | athens
portugal portuguese | lisbon
ireland irish | dublin
scotland scottish | edinburgh
switzerland swiss | bern
austria austrian | vienna
romania romanian | bucharest
hungary hungarian | budapest
argentina argentine argentinian | buenos
egypt egyptian egyptians | cairo
pakistan pakistani | islamabad
korea korean koreans | seoul
deutschland deutsch deutsche deutschen |
frankreich französisch französische französischen |
spanien spanisch spanische |
allemagne allemand allemande allemands |
espagne espagnol espagnole espagnols |
alemania alemán alemana alemanes |
francia francés francesa franceses |
españa español española españoles |`;

const LINES = COUNTRIES.split('\n').map((line) =>
  line.split('|').map((side) => side.split(' ').filter((name) => name !== '')),
);
const numbered = (side: 0 | 1): ReadonlyMap<string, string> =>
  new Map(LINES.flatMap((sides, at) => (sides[side] ?? []).map((name) => [name, `@${at}`] as const)));

/** Every name of a country, with the key that it shares with the others. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = numbered(0);
/** Capitals, with the key of their country. */
export const CAPITALS: ReadonlyMap<string, string> = numbered(1);
/** "United Kingdom": the second word is the name. */
export const UNITED: ReadonlyMap<string, string> = new Map([
  ['kingdom', COUNTRY_NAMES.get('uk') as string],
  ['states', COUNTRY_NAMES.get('us') as string],
]);
