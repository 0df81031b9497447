import { ENGINE } from '../../core/summarizer/index.ts';
import { CACHE_POLICY } from '../cache-policy.ts';
import type { Dependencies } from '../context.ts';
import type { Resource } from '../resource.ts';
import { JSON_TYPE } from '../respond.ts';

/** `/health`: which build answers, and which settings are malformed. */
export function healthResources({ build, settingFaults }: Dependencies): Resource[] {
  const isWell = settingFaults.length === 0;
  return [
    {
      path: '/health',
      cors: 'none',
      GET: () => ({
        status: isWell ? 200 : 503,
        headers: { ...CACHE_POLICY.none, 'Content-Type': JSON_TYPE },
        body: JSON.stringify({
          status: isWell ? 'ok' : 'misconfigured',
          build,
          engine: ENGINE,
          faults: settingFaults,
        }),
      }),
    },
  ];
}
