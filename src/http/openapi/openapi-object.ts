import type { JsonSchema } from './json-schema.ts';

/*
 * The parts of OpenAPI 3.1 that our document uses, under the names of the specification.
 */

export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  required: boolean;
  schema: JsonSchema;
  style?: 'form';
  explode?: false;
  example?: string | number | readonly string[];
}

export interface OpenApiMediaType {
  schema: JsonSchema;
  examples?: Readonly<Record<string, { summary: string; value: unknown }>>;
}

export interface OpenApiResponse {
  description: string;
  headers?: Readonly<Record<string, { $ref: string }>>;
  content?: Readonly<Record<string, OpenApiMediaType>>;
}

export interface OpenApiOperation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  security: readonly Record<string, readonly string[]>[];
  parameters?: readonly OpenApiParameter[];
  requestBody?: { required: true; content: Readonly<Record<string, OpenApiMediaType>> };
  responses: Readonly<Record<string, OpenApiResponse>>;
}

/** What is the same in every deployment. */
export interface Contract {
  openapi: '3.1.0';
  info: { description: string };
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, unknown>>;
}

export interface OpenApiDocument extends Omit<Contract, 'info'> {
  info: Readonly<Record<string, unknown>>;
  servers: readonly { url: string }[];
}
