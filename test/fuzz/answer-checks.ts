import { type AnySchema, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Document, Operation, Schema } from './document.js';
import type { Answered } from './sender.js';

const PROBLEM = 'application/problem+json';

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  code: /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u,
  sha256: /^[0-9a-f]{64}$/,
  position: /^[0-9]{0,20}$/,
  'uri-reference': /^[\x21-\x7e]+$/,
};

/** On everything that is answered, whatever it is. */
const ALWAYS: Readonly<Record<string, RegExp>> = {
  'x-request-id': /^[\w.-]{1,64}$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/i,
  'referrer-policy': /^no-referrer$/,
  'content-security-policy': /default-src|sandbox/,
  'cache-control': /no-store|private/,
};
const NEVER = ['server', 'x-powered-by', 'access-control-allow-origin'];

/** An object has the fields that the document gives it, and no others. */
const closed = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const schema = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  const isObject = 'properties' in schema && 'type' in schema && schema['type'] === 'object';
  return isObject && !('additionalProperties' in schema)
    ? { ...schema, additionalProperties: false }
    : schema;
};

/** Whether answers are as the document says, each by the operation that was asked for. */
export class AnswerChecks {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: true, allErrors: false });
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(document: Document) {
    for (const [name, format] of Object.entries(FORMATS)) this.ajv.addFormat(name, format);
    const schemas = closed(document.components['schemas']);
    this.ajv.addSchema({ $id: 'document', components: { schemas } });
  }

  /** What is wrong with an answer, one line each. */
  complaints({ answers }: Operation, answered: Answered): readonly string[] {
    const { status } = answered;
    const declared = answers.get(status);
    if (status >= 500 && !(status === 503 && answered.headers['retry-after'])) {
      const isReadiness = status === 503 && declared?.has('application/json');
      if (!isReadiness) return [`answered ${String(status)}: ${textOf(answered)}`];
    }
    if (!declared) return [`the status ${String(status)} is not declared: ${textOf(answered)}`];
    return [...headersOf(answered), ...this.bodyOf(declared, answered)];
  }

  private bodyOf(declared: ReadonlyMap<string, Schema | null>, answered: Answered): readonly string[] {
    const { bytes, json, headers, status } = answered;
    if (declared.size === 0)
      return bytes.length === 0 ? [] : [`the body is not declared: ${textOf(answered)}`];
    const type = (headers['content-type'] ?? 'none').split(';')[0]?.trim() ?? '';
    // Of bytes, the type is that of the file.
    const as = declared.has(type) ? type : 'application/octet-stream';
    const schema = declared.get(as);
    if (schema === undefined) return [`the media type ${type} is not declared`];
    if (schema === null) return [];
    const check = this.checkOf(schema);
    if (check(json)) return type === PROBLEM ? problemIn(json, answered) : [];
    const [error] = check.errors ?? [];
    return [
      `the body of ${String(status)} deviates at ${error?.instancePath ?? ''}: ${error?.message ?? ''} ${JSON.stringify(error?.params)}: ${textOf(answered)}`,
    ];
  }

  private checkOf(schema: Schema): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const referring = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as Schema;
    const check = this.ajv.compile(closed(referring) as AnySchema);
    this.compiled.set(schema, check);
    return check;
  }
}

const textOf = ({ bytes }: Answered): string => bytes.toString('utf8', 0, 400);

const headersOf = ({ headers, status, json }: Answered): readonly string[] => {
  const { revision } = (json ?? {}) as { readonly revision?: unknown };
  const expected: Readonly<Record<string, RegExp>> = {
    ...ALWAYS,
    ...(status === 401 && { 'www-authenticate': /./ }),
    ...((status === 429 || status === 503) && { 'retry-after': /^\d+$/ }),
    ...(status === 405 && { allow: /[A-Z]/ }),
    ...(typeof revision === 'number' && status < 300 && { etag: new RegExp(`^"${String(revision)}"$`) }),
    ...(status >= 400 && { 'content-type': /^application\/(problem\+)?json(; charset=utf-8)?$/ }),
  };
  return [
    ...Object.entries(expected)
      .filter(([name, form]) => !form.test(String(headers[name] ?? '')))
      .map(([name]) => `the header ${name} is ${JSON.stringify(headers[name])}`),
    ...NEVER.filter((name) => name in headers).map((name) => `there is a header ${name}`),
  ];
};

/** RFC 9457: what the body says of itself is what the answer is. */
const problemIn = (json: unknown, { status, headers }: Answered): readonly string[] => {
  const { status: said, instance } = json as { readonly status: number; readonly instance: string };
  return [
    ...(said === status ? [] : [`the problem says ${String(said)}, and the answer is ${String(status)}`]),
    ...(instance === `/requests/${String(headers['x-request-id'])}` ? [] : [`the instance is ${instance}`]),
    ...(/^(en|zh)/.test(String(headers['content-language'])) ? [] : ['it is in no language']),
  ];
};
