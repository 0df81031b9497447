import { ENGINE } from '../../core/summarizer/engine.ts';
import { type Answer, answerJson } from '../answer.ts';
import type { Dependencies } from '../context.ts';
import type { SettingFault } from '../settings.ts';

/** Anybody may ask, so an isolate asks the store no more often. */
const REMEMBERED_MS = 10_000;
const LACKS = {
  AI: 'needs the binding AI in wrangler.generator.toml; its lines stand there, to be uncommented',
  generator: 'nobody comes for its orders: npx wrangler deploy --config wrangler.generator.toml',
} as const;

/** `/health`: which build answers, and which settings are malformed or cannot be heeded. */
export async function getHealth(dependencies: Dependencies): Promise<Answer> {
  const { build, settingFaults } = dependencies;
  const faults = [...settingFaults, ...(await generatorFaults(dependencies))];
  const isWell = faults.length === 0;
  const status = isWell ? 'ok' : 'misconfigured';
  return answerJson({ status, build, engine: ENGINE, faults }, 'none', isWell ? 200 : 503);
}

type Faults = readonly SettingFault[];
const known = new WeakMap<Dependencies, { faults: Faults; until: number }>();

/** Another Worker asks the model: what it lacks it tells the catalogue when it comes by the clock, if it ever comes. */
async function generatorFaults(dependencies: Dependencies): Promise<Faults> {
  const { settings, now } = dependencies;
  if (settings.generator === undefined) return [];
  const remembered = known.get(dependencies);
  if (remembered !== undefined && remembered.until > now()) return remembered.faults;
  const faults = await askGenerator(dependencies);
  known.set(dependencies, { faults, until: now() + REMEMBERED_MS });
  return faults;
}

async function askGenerator({ settings, upkeep }: Dependencies): Promise<Faults> {
  try {
    const { lacks } = (await upkeep.status()).generation;
    const heeded = settings.generator?.kind === 'workers-ai' ? lacks : lacks.filter((one) => one !== 'AI');
    return heeded.map((one) => ({ setting: 'GENERATOR', detail: LACKS[one] }));
  } catch {
    return []; // The store is out of reach: no setting is at fault.
  }
}
