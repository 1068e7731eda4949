import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { detailsOf, problemOf } from './problem-details.js';

type Request = { readonly id: string; readonly headers: Readonly<Record<string, string | undefined>> };

/** Answers every failure as problem details; what is not ours to tell stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly adapter: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = problemOf(error);
    if (problem.getStatus() >= 500) this.logger.error({ problem: problem.type, ...placesIn(error) });

    const { status, headers, body } = detailsOf(problem, request.id, request.headers['accept-language']);
    const response = http.getResponse<unknown>();
    const { httpAdapter } = this.adapter;
    for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value);
    httpAdapter.reply(response, body, status);
  }
}

/** Where it was thrown. Not the message, which could quote what people wrote, or a receipt. */
const placesIn = (error: unknown): { error: string; at?: string } =>
  error instanceof Error
    ? { error: error.name, at: error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '' }
    : { error: typeof error };
