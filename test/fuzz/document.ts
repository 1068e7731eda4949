/** Of a JSON schema, what our document uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
};

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Response = { readonly $ref?: string; readonly content?: Content };

/** What is answered with one status: by media type, of which form; null for bytes, and nothing where there is no body. */
export type Declared = ReadonlyMap<string, Schema | null>;

export type Operation = {
  readonly id: string;
  /** What it is for. */
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | undefined;
  readonly answers: ReadonlyMap<number, Declared>;
};

export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
};
type Described = {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly object[];
};

/** What a reference of the document stands for. */
export const resolved = <Part extends { readonly $ref?: string }>(document: Document, part: Part): Part => {
  const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/(.+)$/.exec(part.$ref ?? '') ?? [];
  return name === '' ? part : (document.components[kind]?.[name] as Part);
};

export const operationsOf = (document: Document): readonly Operation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => operationOf(document, path, method, described)),
  );

const operationOf = (document: Document, path: string, method: string, described: Described): Operation => {
  const [type, media] = Object.entries(described.requestBody?.content ?? {})[0] ?? [];
  return {
    id: described.operationId,
    summary: described.summary ?? '',
    method: method.toUpperCase(),
    path,
    isOpen: (described.security ?? []).some((way) => Object.keys(way).length === 0),
    parameters: (described.parameters ?? []).map((parameter) => resolved(document, parameter)),
    body: type === undefined ? undefined : { type, schema: media?.schema ?? {} },
    answers: new Map(
      Object.entries(described.responses)
        .filter(([status]) => /^\d+$/.test(status))
        .map(([status, response]) => [Number(status), declaredIn(resolved(document, response))] as const),
    ),
  };
};

const declaredIn = ({ content = {} }: Response): Declared =>
  new Map(
    Object.entries(content).map(([type, { schema }]) => [
      type,
      schema === undefined || schema.format === 'binary' || !type.endsWith('json') ? null : schema,
    ]),
  );
