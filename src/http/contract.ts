import * as z from 'zod/mini';
import { lazily } from '../core/lazily.ts';
import type { StaticData } from '../flows/ports.ts';
import type { Contract, OpenApiDocument } from './openapi/openapi-object.ts';

/** Written by `npm run build:contract`: its hundred schemas and their notes would be a twentieth of the Worker. */
export const CONTRACT_PATH = '/contract.json';

/** A test holds the file to the schemas that validate. */
const contractSchema = lazily(() => z.looseObject({ openapi: z.literal('3.1.0') }));

/** The contract as the deployment carries it; undefined where it cannot be had. */
export async function readContract(staticData: StaticData): Promise<Contract | undefined> {
  const contract = contractSchema().safeParse(await staticData(CONTRACT_PATH));
  return contract.success ? (contract.data as unknown as Contract) : undefined;
}

export interface Deployment {
  origin: string;
  publicationName: string;
  /** Of this service; the engine has a version of its own. */
  version: string;
}

/** The OpenAPI 3.1 document of a deployment: the contract, and who keeps it where. */
export function completeContract(
  { openapi, info, ...contract }: Contract,
  { origin, publicationName, version }: Deployment,
): OpenApiDocument {
  return {
    openapi,
    info: {
      title: publicationName,
      version,
      description: info.description,
      contact: { name: publicationName, url: `${origin}/` },
    },
    servers: [{ url: origin }],
    ...contract,
  };
}
