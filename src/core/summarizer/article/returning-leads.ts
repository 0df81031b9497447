/** A speaker opens this many paragraphs at least. */
const FEWEST_TURNS = 2;

/** Whether a name before a colon opens more than one paragraph, as speakers of an interview or a play do. */
export function returns(text: string, lead: string): boolean {
  if (lead === '') return false;
  let count = text.startsWith(lead) ? 1 : 0;
  for (
    let at = text.indexOf(`\n${lead}`);
    at >= 0 && count < FEWEST_TURNS;
    at = text.indexOf(`\n${lead}`, at + 1)
  )
    count += 1;
  return count >= FEWEST_TURNS;
}
