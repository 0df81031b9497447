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
const NOT_BOUND: SettingFault = {
  setting: 'GENERATOR',
  detail: 'needs the binding AI in wrangler.generator.toml; its lines stand there, to be uncommented',
};

/** The binding is the generator's, another Worker: what it lacks it tells the catalogue when it comes by the clock. */
function createGeneratorCheck({
  settings,
  upkeep,
  now,
}: Dependencies): () => Promise<readonly SettingFault[]> {
  let known: { faults: readonly SettingFault[]; until: number } | undefined;
  return async () => {
    if (settings.generator?.kind !== 'workers-ai') return [];
    if (known === undefined || known.until <= now())
      known = { faults: await ask(), until: now() + REMEMBERED_MS };
    return known.faults;
  };

  async function ask(): Promise<readonly SettingFault[]> {
    try {
      return (await upkeep.status()).generation.lacks.includes('AI') ? [NOT_BOUND] : [];
    } catch {
      return []; // The store is out of reach: no setting is at fault.
    }
  }
}
