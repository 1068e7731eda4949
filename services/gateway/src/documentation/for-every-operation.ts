const header = (name: string, description: string, schema: object) =>
  ({ name, in: 'header', required: false, description, schema: { type: 'string', ...schema } }) as const;

export const PARAMETERS = {
  'Idempotency-Key': header(
    'Idempotency-Key',
    'Made up by the caller. The same request sent again with the same key is done once and answered as the first time.',
    { pattern: '^[\\x21-\\x7e]{16,255}$' },
  ),
  'If-Match': header(
    'If-Match',
    'The `ETag` that was seen last: the request is refused with 412 when it was changed since.',
    { pattern: '^"\\d{1,15}"$' },
  ),
  'Happened-At': header(
    'Happened-At',
    'When it took place, for a token that may record the past. Without it: now.',
    { format: 'date-time' },
  ),
  Prefer: header('Prefer', '`wait=N`: wait up to N seconds, ten at most, for what is not there yet.', {}),
  'Accept-Language': header('Accept-Language', 'English or Chinese, for the texts of problems.', {}),
} as const;

/** RFC 9457. */
export const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference', examples: ['/problems/not-found'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: {
      type: 'string',
      format: 'uri-reference',
      description: 'Names the request, as `X-Request-Id` does.',
    },
    errors: {
      type: 'object',
      description: 'For each field that is wrong: which rules it breaks.',
      additionalProperties: {
        type: 'array',
        items: {
          type: 'object',
          required: ['rule', 'message'],
          properties: { rule: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
};

export const PROBLEM_RESPONSE = {
  description: 'Why not. Its texts are in English or Chinese, as `Accept-Language` asks.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

/** Of a command that is answered with nothing more than where it was written. */
export const WRITTEN_RESPONSE = {
  description: 'Done, or done before. The revision is also the `ETag`.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Written' } } },
} as const;
