import type { OpenAPIObject } from '@nestjs/swagger';
import { failuresOf, responsesOf } from './failures.js';
import { PARAMETERS, PROBLEM, PROBLEM_RESPONSE, WRITTEN_RESPONSE } from './for-every-operation.js';
import { refusedAs } from './refuses.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
/** What the decorators of a route noted: that it needs no token, that it takes none but a cookie, that it can wait. */
type Noted = Operation & {
  readonly 'x-open'?: boolean;
  readonly 'x-by-holder'?: boolean;
  readonly 'x-waits'?: boolean;
};

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The document with what holds for every operation: who may call it, its headers, and how it may fail. */
export const described = (document: OpenAPIObject): OpenAPIObject => {
  const responses: Responses = { Problem: PROBLEM_RESPONSE, WRITTEN_RESPONSE };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, operationOf(operation, path, method !== 'get', responses)] as const] : [];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: PROBLEM },
      parameters: PARAMETERS,
      responses,
    },
    paths: Object.fromEntries(paths),
  };
};

const operationOf = (operation: Noted, path: string, isWriting: boolean, shared: Responses): Operation => {
  const { refused, rest: noted } = refusedAs(operation);
  const { 'x-open': isOpen, 'x-by-holder': byHolder, 'x-waits': canWait, ...described } = noted as Noted;
  const { parameters = [], responses, ...rest } = described;
  const takes = { isWriting, hasPath: path.includes('{') };
  const headers: readonly (keyof typeof PARAMETERS)[] = [
    ...(isWriting ? (['Idempotency-Key', 'If-Match', 'Happened-At'] as const) : []),
    ...(canWait ? (['Prefer'] as const) : []),
    'Accept-Language',
  ];
  return {
    ...rest,
    security: [...(isOpen ? [{}] : []), ...(byHolder ? [] : [{ bearer: [] }]), { session: [] }],
    parameters: [
      ...parameters.filter(isNoHeader),
      ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    responses: {
      ...responsesOf(failuresOf(takes, refused), shared),
      ...responses,
      ...(isWriting && saysNothing(responses['200']) && { '200': WRITTEN_RESPONSE }),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
};

/** A route may read a header itself; what it is for, and whether it must be there, is said once for all. */
const isNoHeader = (parameter: object): boolean => !('in' in parameter && parameter.in === 'header');

/** Swagger puts an empty response where a route declares none of its own. */
const saysNothing = (response: Operation['responses'][string]): boolean =>
  response !== undefined && !('$ref' in response) && response.content === undefined;
