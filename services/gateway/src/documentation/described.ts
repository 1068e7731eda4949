import type { OpenAPIObject } from '@nestjs/swagger';
import { PARAMETERS, PROBLEM, PROBLEM_RESPONSE, WRITTEN_RESPONSE } from './for-every-operation.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
/** What the decorators of a route noted: that it needs no token, that it can wait. */
type Noted = Operation & { readonly 'x-open'?: boolean; readonly 'x-waits'?: boolean };

const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** The document with what holds for every operation: who may call it, its headers, and what a failure looks like. */
export const described = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  components: {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    parameters: PARAMETERS,
    responses: { Problem: PROBLEM_RESPONSE, WRITTEN_RESPONSE },
  },
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      METHODS.reduce((described, method) => {
        const operation = item[method];
        return operation ? { ...described, [method]: operationOf(operation, method !== 'get') } : described;
      }, item),
    ]),
  ),
});

const operationOf = (operation: Noted, isWriting: boolean): Operation => {
  const { 'x-open': isOpen, 'x-waits': canWait, parameters = [], responses, ...rest } = operation;
  const headers: readonly (keyof typeof PARAMETERS)[] = [
    ...(isWriting ? (['Idempotency-Key', 'If-Match', 'Happened-At'] as const) : []),
    ...(canWait ? (['Prefer'] as const) : []),
    'Accept-Language',
  ];
  return {
    ...rest,
    security: [...(isOpen ? [{}] : []), { bearer: [] }, { session: [] }],
    parameters: [
      ...parameters.filter(isNoHeader),
      ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    responses: {
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
