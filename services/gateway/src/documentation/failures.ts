import { HttpStatus } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Statuses } from './refuses.js';

/** Of an operation: what it takes, for what it may be refused because of that. */
export type Takes = { readonly isWriting: boolean; readonly hasPath: boolean };

const ANY: Statuses = {
  malformed: HttpStatus.BAD_REQUEST,
  'no-token': HttpStatus.UNAUTHORIZED,
  'may-not-record-the-past': HttpStatus.FORBIDDEN,
  'out-of-scope': HttpStatus.FORBIDDEN,
  'in-the-future': HttpStatus.UNPROCESSABLE_ENTITY,
  unavailable: HttpStatus.SERVICE_UNAVAILABLE,
};
const LIMITED: Statuses = {
  'too-many-without-a-name': HttpStatus.TOO_MANY_REQUESTS,
  'too-many-requests': HttpStatus.TOO_MANY_REQUESTS,
  'too-many-unknown-tokens': HttpStatus.TOO_MANY_REQUESTS,
  'address-too-long': HttpStatus.URI_TOO_LONG,
  'too-many-headers': 431,
};
const READING: Statuses = {
  'not-found': HttpStatus.NOT_FOUND,
  'not-yet': HttpStatus.SERVICE_UNAVAILABLE,
};
const WRITING: Statuses = {
  'no-csrf-token': HttpStatus.FORBIDDEN,
  'from-another-site': HttpStatus.FORBIDDEN,
  'no-sign-in-here': HttpStatus.FORBIDDEN,
  'changed-meanwhile': HttpStatus.PRECONDITION_FAILED,
  'person-is-erased': HttpStatus.GONE,
};
/** A part of an address that is longer than any is leads nowhere. */
const WITH_PATH: Statuses = { 'no-such-route': HttpStatus.NOT_FOUND };
/** Also where none is asked for. */
const WITH_BODY: Statuses = {
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
  'not-json': HttpStatus.UNSUPPORTED_MEDIA_TYPE,
};

/** Every way in which an operation may fail, by the reason; what is not here never comes. */
export const failuresOf = ({ isWriting, hasPath }: Takes, refused: Statuses): Statuses => ({
  ...ANY,
  ...LIMITED,
  ...(isWriting ? { ...WRITING, ...WITH_BODY } : READING),
  ...(hasPath && WITH_PATH),
  ...refused,
});

/** What many operations share is said once, under a name made of what it says. */
const SHARED_UP_TO = 4;

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Response = Responses[string];

/** As OpenAPI has it: for each status, which problems are answered with it. Adds to `shared` what others may refer to. */
export const responsesOf = (failures: Statuses, shared: Responses): Responses => {
  const reasons = new Map<number, string[]>();
  for (const [reason, status] of Object.entries(failures))
    reasons.set(status, [...(reasons.get(status) ?? []), reason]);
  return Object.fromEntries(
    [...reasons].map(([status, some]) => [status, responseFor(status, some, shared)]),
  );
};

const responseFor = (status: number, reasons: readonly string[], shared: Responses): Response => {
  if (reasons.length > SHARED_UP_TO) return responseOf(reasons);
  const name = [status, ...reasons].join('.');
  shared[name] ??= responseOf(reasons);
  return { $ref: `#/components/responses/${name}` };
};

const responseOf = (reasons: readonly string[]): Response => ({
  description: `Why not: ${reasons.join(', ')}.`,
  content: {
    'application/problem+json': {
      schema: {
        $ref: '#/components/schemas/Problem',
        properties: { type: { enum: reasons.map((reason) => `/problems/${reason}`) } },
      },
    },
  },
});
