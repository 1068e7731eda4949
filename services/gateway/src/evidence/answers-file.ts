import { applyDecorators, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';

/** It answers with the bytes of a file, as `send` does. */
export const AnswersFile = (): MethodDecorator =>
  applyDecorators(
    ApiOkResponse({
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiResponse({
      status: HttpStatus.NOT_MODIFIED,
      description: 'As `If-None-Match` says, the caller has it.',
    }),
  );
