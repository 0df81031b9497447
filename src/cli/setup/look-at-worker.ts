import * as z from 'zod/mini';
import type { Setup } from './setup.ts';
import { readAnswer, requireSuccess } from './wrangler.ts';

const secretsSchema = z.array(z.object({ name: z.string() }));

/** Names of the secrets that the Worker has; undefined while there is no such Worker. */
export async function listSecrets(
  { wrangler }: Setup,
  worker: string,
  account: string,
): Promise<string[] | undefined> {
  const command = ['secret', 'list', '--name', worker, '--format', 'json'];
  const ran = await wrangler.run(command, { account });
  const isAbsent = ran.code !== 0 && `${ran.stdout}${ran.stderr}`.includes(`Worker "${worker}" not found`);
  if (isAbsent) return undefined;
  requireSuccess(ran, 'secret list');
  return readAnswer(secretsSchema, ran, 'secret list').map(({ name }) => name);
}
