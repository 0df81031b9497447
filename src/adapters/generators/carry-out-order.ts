import { parseGenerationSettings } from '../../core/generation/generation-settings.ts';
import { generateProposal } from '../../flows/generate-proposal.ts';
import type { GenerationOrder, Generations } from '../../flows/generation-ports.ts';
import type { Catalogue } from '../../flows/ports.ts';
import { logEvent, logWarning } from '../console-log.ts';
import { createGenerator } from './create-generator.ts';
import type { AiBinding } from './workers-ai-generator.ts';

interface OrderDependencies {
  catalogue: Generations & Pick<Catalogue, 'read'>;
  ai: AiBinding | undefined;
  key: string | undefined;
}

/** Carries out one order with the model that the service names; where it names none by now, the order passes. */
export async function carryOutOrder(
  order: GenerationOrder,
  { catalogue, ai, key }: OrderDependencies,
): Promise<void> {
  const {
    generator: setting,
    mode,
    limitPerDay,
  } = parseGenerationSettings(await catalogue.generationSettings());
  if (setting === undefined) return;
  const outcome = await generateProposal(
    {
      catalogue,
      generations: catalogue,
      generator: createGenerator(setting, { ai, key }),
      mode,
      limitPerDay,
      now: Date.now,
      onFailure: (kind) => logWarning('generation-failed', new Error(kind)),
    },
    order,
  );
  logEvent('order-carried-out', { slug: order.slug, outcome });
}
