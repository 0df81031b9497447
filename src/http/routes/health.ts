import { ENGINE } from '../../core/summarizer/engine.ts';
import { answerJson } from '../answer.ts';
import type { Dependencies } from '../context.ts';
import type { Resource } from '../resource.ts';

/** `/health`: which build answers, and which settings are malformed. */
export function healthResources({ build, settingFaults }: Dependencies): Resource[] {
  const isWell = settingFaults.length === 0;
  return [
    {
      path: '/health',
      cors: 'none',
      GET: () => {
        const status = isWell ? 'ok' : 'misconfigured';
        return answerJson(
          { status, build, engine: ENGINE, faults: settingFaults },
          'none',
          isWell ? 200 : 503,
        );
      },
    },
  ];
}
