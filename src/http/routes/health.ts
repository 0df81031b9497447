import { ENGINE } from '../../core/summarizer/engine.ts';
import { answerJson } from '../answer.ts';
import type { Dependencies } from '../context.ts';
import type { Resource } from '../resource.ts';
import type { SettingFault } from '../settings.ts';

/** `/health`: which build answers, and which settings are malformed or cannot be heeded. */
export function healthResources(dependencies: Dependencies): Resource[] {
  const { build, settingFaults } = dependencies;
  const generatorFaults = createGeneratorCheck(dependencies);
  return [
    {
      path: '/health',
      cors: 'none',
      GET: async () => {
        const faults = [...settingFaults, ...(await generatorFaults())];
        const isWell = faults.length === 0;
        const status = isWell ? 'ok' : 'misconfigured';
        return answerJson({ status, build, engine: ENGINE, faults }, 'none', isWell ? 200 : 503);
      },
    },
  ];
}

/** Anybody may ask, so an isolate asks the store no more often. */
const REMEMBERED_MS = 10_000;
const LACKS = {
  AI: 'needs the binding AI in wrangler.generator.toml; its lines stand there, to be uncommented',
  generator: 'nobody comes for its orders: npx wrangler deploy --config wrangler.generator.toml',
} as const;

/** Another Worker asks the model: what it lacks it tells the catalogue when it comes by the clock, if it ever comes. */
function createGeneratorCheck({
  settings,
  upkeep,
  now,
}: Dependencies): () => Promise<readonly SettingFault[]> {
  let known: { faults: readonly SettingFault[]; until: number } | undefined;
  return async () => {
    if (settings.generator === undefined) return [];
    if (known === undefined || known.until <= now())
      known = { faults: await ask(), until: now() + REMEMBERED_MS };
    return known.faults;
  };

  async function ask(): Promise<readonly SettingFault[]> {
    try {
      const { lacks } = (await upkeep.status()).generation;
      const heeded = settings.generator?.kind === 'workers-ai' ? lacks : lacks.filter((one) => one !== 'AI');
      return heeded.map((one) => ({ setting: 'GENERATOR', detail: LACKS[one] }));
    } catch {
      return []; // The store is out of reach: no setting is at fault.
    }
  }
}
