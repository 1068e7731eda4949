import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  HttpStatus,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Broken, Problem } from './problems.js';
import { ServiceUnavailable } from './services.js';
import { languageOf } from './texts/text.js';
import { messagesOf, titleOf } from './texts/texts.js';

type Request = { readonly id: string; readonly headers: Readonly<Record<string, string | undefined>> };

/** Answers every failure as RFC 9457 problem details; what is not ours to tell stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly adapter: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { id, headers } = http.getRequest<Request>();
    const problem = problemOf(error);
    const status = problem.getStatus();
    if (status >= 500) this.logger.error({ requestId: id, problem: problem.type, error: inner(error) });

    const language = languageOf(headers['accept-language']);
    const { broken } = problem.more;
    const body = {
      type: `/problems/${problem.type}`,
      title: titleOf(problem.type)[language],
      status,
      instance: `/requests/${id}`,
      ...(broken && { errors: messagesOf(broken, language) }),
    };

    const response = http.getResponse<unknown>();
    const { httpAdapter } = this.adapter;
    const said = {
      ...problem.more.headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    };
    for (const [name, value] of Object.entries(said)) httpAdapter.setHeader(response, name, value);
    httpAdapter.reply(response, JSON.stringify(body), status);
  }
}

const problemOf = (error: unknown): Problem => {
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
const BY_STATUS: ReadonlyMap<number, string> = new Map([
  [HttpStatus.UNAUTHORIZED, 'no-token'],
  [HttpStatus.NOT_FOUND, 'no-such-route'],
  [HttpStatus.REQUEST_TIMEOUT, 'took-too-long'],
  [HttpStatus.PAYLOAD_TOO_LARGE, 'too-large'],
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'not-json'],
  [HttpStatus.SERVICE_UNAVAILABLE, 'unavailable'],
]);

const inner = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
