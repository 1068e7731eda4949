import { HttpException, HttpStatus } from '@nestjs/common';
import { type Broken, Problem } from './problems.js';
import { ServiceUnavailable } from './services.js';
import { languageOf } from './texts/text.js';
import { messagesOf, type ProblemType, titleOf } from './texts/texts.js';

export type ProblemAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const UNAUTHORIZED: number = HttpStatus.UNAUTHORIZED;
/** How somebody may say who they are; no answer with 401 is without it (RFC 9110). */
const CHALLENGE = 'Bearer realm="redress"';

/** A problem as RFC 9457 has it, in the language that the request prefers. */
export const detailsOf = (
  problem: Problem,
  requestId: string,
  acceptLanguage: string | undefined,
): ProblemAnswer => {
  const language = languageOf(acceptLanguage);
  const { broken, headers } = problem.more;
  const status = problem.getStatus();
  return {
    status,
    headers: {
      ...(status === UNAUTHORIZED && { 'www-authenticate': CHALLENGE }),
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
    },
    body: JSON.stringify({
      type: `/problems/${problem.type}`,
      title: titleOf(problem.type)[language],
      status,
      instance: `/requests/${requestId}`,
      ...(broken && { errors: messagesOf(broken, language) }),
    }),
  };
};

/** Which problem an error is. What is not ours to tell becomes a `fault`. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof ServiceUnavailable)
    return new Problem('unavailable', HttpStatus.SERVICE_UNAVAILABLE, { headers: { 'retry-after': '1' } });
  if (!(error instanceof HttpException)) return new Problem('fault', HttpStatus.INTERNAL_SERVER_ERROR);
  const status = error.getStatus();
  const said = error.getResponse();
  const { errors } = (typeof said === 'string' ? {} : said) as { errors?: unknown };
  const more = Array.isArray(errors) ? { broken: errors as readonly Broken[] } : {};
  return new Problem(BY_STATUS.get(status) ?? (status < 500 ? 'malformed' : 'fault'), status, more);
};

/** What Nest and Fastify refuse by themselves. */
const BY_STATUS: ReadonlyMap<number, ProblemType> = new Map<number, ProblemType>([
  [HttpStatus.NOT_FOUND, 'no-such-route'],
  [HttpStatus.PAYLOAD_TOO_LARGE, 'too-large'],
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'not-json'],
]);
