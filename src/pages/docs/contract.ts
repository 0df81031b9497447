/** The part of a JSON Schema that the reference shows. */
export interface DocsSchema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Readonly<Record<string, DocsSchema>>;
  required?: readonly string[];
  items?: DocsSchema;
  anyOf?: readonly DocsSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface DocsOperation {
  operationId: string;
  tags: readonly string[];
  /** Ways to be let in; an empty one stands for everybody. */
  security?: readonly Readonly<Record<string, readonly string[]>>[];
  summary: string;
  description: string;
  parameters?: readonly {
    name: string;
    in: string;
    description: string;
    required: boolean;
    schema: DocsSchema;
    example?: string | number | readonly string[];
  }[];
  requestBody?: {
    content: Readonly<
      Record<
        string,
        { schema: DocsSchema; examples?: Readonly<Record<string, { summary: string; value: unknown }>> }
      >
    >;
  };
  responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: DocsSchema }>> }>
  >;
}

/** The OpenAPI document, as far as a reader wants it. */
export interface DocsDocument {
  info: Readonly<Record<string, unknown>>;
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, DocsOperation>>>>;
  components: { schemas: Readonly<Record<string, DocsSchema>> };
}
