import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { problemOf } from '@redress/edge/problem-details';
import { messagesOf, titleOf } from '@redress/edge/texts/texts';
import { ERROR, MEDIA_TYPE } from './names.js';
import { ScimError } from './scim-error.js';

/** Answers every failure as SCIM has it; what is not ours to tell stays in the log. */
@Catch()
export class ScimFilter implements ExceptionFilter {
  private readonly logger = new Logger('scim');

  constructor(private readonly adapter: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const error = thrown instanceof ScimError ? thrown : errorOf(thrown);
    const status = error.getStatus();
    if (status >= 500)
      this.logger.error({
        requestId: http.getRequest<{ readonly id: string }>().id,
        problem: thrown instanceof Error ? thrown.name : typeof thrown,
        ...(thrown instanceof Error && { at: thrown.stack?.slice(thrown.stack.indexOf('\n    at ')) }),
      });
    const { httpAdapter } = this.adapter;
    const response = http.getResponse<unknown>();
    for (const [name, value] of Object.entries(error.headers)) httpAdapter.setHeader(response, name, value);
    httpAdapter.setHeader(response, 'content-type', MEDIA_TYPE);
    const { scimType, detail } = error;
    const body = { schemas: [ERROR], status: String(status), ...(scimType && { scimType }), detail };
    httpAdapter.reply(response, JSON.stringify(body), status);
  }
}

/** What else is refused, in the words of everything else; whoever reads it keeps a connector, and so in one language. */
const errorOf = (thrown: unknown): ScimError => {
  const problem = problemOf(thrown);
  const { broken = [], headers = {} } = problem.more;
  const rules = Object.entries(messagesOf(broken, 'en')).flatMap(([field, messages]) =>
    messages.map(({ message }) => `${field}: ${message}`),
  );
  const detail = [titleOf(problem.type).en, ...rules].join('; ');
  const scimType = problem.getStatus() === 400 ? 'invalidSyntax' : undefined;
  return new ScimError(problem.getStatus(), scimType, detail, headers);
};
