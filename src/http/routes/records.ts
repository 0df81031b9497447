import type { Dependencies } from '../context.ts';
import type { Resource } from '../resource.ts';

const load = () => import('../archive/answer-records.ts');

/**
 * Backup, restore and rewriting of all copies: the far ends of `npm run backup`, `restore` and `reproject`. They load when
 * an operator comes: readers never pay for them.
 */
export function recordResources(dependencies: Pick<Dependencies, 'settings' | 'archive'>): Resource[] {
  return [
    {
      path: '/v1/records',
      cors: 'none',
      GET: async (context) => (await load()).getRecords(dependencies, context),
      POST: async (context) => (await load()).postRecords(dependencies, context),
    },
    {
      path: '/v1/records/:slug',
      cors: 'none',
      PUT: async (context) => (await load()).putRecord(dependencies, context),
    },
    {
      path: '/v1/reprojections',
      cors: 'none',
      POST: async (context) => (await load()).postReprojection(dependencies, context),
    },
  ];
}
