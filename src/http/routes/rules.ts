import type { Dependencies } from '../context.ts';
import type { Resource } from '../resource.ts';

const load = () => import('../desk/answer-rules.ts');

/** How summaries are shown, by tag. They load when an editor comes: readers never pay for them. */
export function ruleResources(dependencies: Dependencies): Resource[] {
  return [
    {
      path: '/v1/rules',
      cors: 'none',
      GET: async (context) => (await load()).getRules(dependencies, context),
      POST: async (context) => (await load()).postRule(dependencies, context),
    },
    {
      path: '/v1/rules/history',
      cors: 'none',
      GET: async (context) => (await load()).getRuleHistory(dependencies, context),
    },
  ];
}
