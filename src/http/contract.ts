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
  { openapi, ...contract }: Contract,
  { origin, publicationName, version }: Deployment,
): OpenApiDocument {
  return {
    openapi,
    info: {
      title: publicationName,
      version,
      description:
        'Articles with their extractive summaries. JSON is UTF-8, times are RFC 3339 in UTC, errors are RFC 9457 problem documents. The form of an answer is chosen by path or query, never by a request header, so any cache can hold it. Members may be added; readers ignore those that they do not know. An unknown or repeated parameter under /v1 is refused and the nearest known name is given.',
      contact: { name: publicationName, url: `${origin}/` },
    },
    servers: [{ url: origin }],
    ...contract,
  };
}
