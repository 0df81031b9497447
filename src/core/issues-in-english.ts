import { config } from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { lazily } from './lazily.ts';

/**
 * `zod/mini` has no words for what is wrong with a value ("Invalid input"). Whoever shows an issue's `message` imports
 * this; English alone, since the whole list of languages weighs more than the schemas.
 */
const english = lazily(() => en().localeError);
// Few isolates ever have to say what is wrong.
config({ localeError: (issue) => english()(issue) });
