import type { Dependencies, Handler } from '../context.ts';
import type { Resource } from '../resource.ts';

/** What sites need to take the widget: configurator and demonstrations. */
export function embedResources(dependencies: Dependencies): Resource[] {
  return [
    { path: '/embed', cors: 'none', GET: answerBy('getEmbed', dependencies) },
    { path: '/demo', cors: 'none', GET: answerBy('getEmbed', dependencies) },
    { path: '/demo/:name', cors: 'none', GET: answerBy('getDemo', dependencies) },
    { path: '/demo/:language/s', cors: 'none', GET: answerBy('getDemoPage', dependencies) },
    { path: '/demo/:language/v1/summary', cors: 'public', GET: answerBy('getDemoSummary', dependencies) },
  ];
}

type EmbedAnswers = typeof import('../embed/answer-embed.ts');

/** Loaded when somebody sets a box up: whoever only reads never runs it. */
function answerBy(name: keyof EmbedAnswers, dependencies: Dependencies): Handler {
  return async (context) => (await import('../embed/answer-embed.ts'))[name](dependencies, context);
}
