export const LOG_FORMATS = ['text', 'json'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogSettings = {
  readonly format: (typeof LOG_FORMATS)[number];
  readonly level: (typeof LOG_LEVELS)[number];
};

/**
 * From `REDRESS_LOG_FORMAT`: `text`, unless set, or `json`, a line an object; and `REDRESS_LOG_LEVEL`: `info`, unless set.
 * @throws RangeError
 */
export const logSettings = (
  { REDRESS_LOG_FORMAT: format, REDRESS_LOG_LEVEL: level }: NodeJS.ProcessEnv = process.env,
): LogSettings => ({
  format: oneOf('REDRESS_LOG_FORMAT', format, LOG_FORMATS, 'text'),
  level: oneOf('REDRESS_LOG_LEVEL', level, LOG_LEVELS, 'info'),
});

const oneOf = <One extends string>(
  variable: string,
  set: string | undefined,
  known: readonly One[],
  otherwise: One,
): One => {
  const found = set ? known.find((one) => one === set) : otherwise;
  if (found) return found;
  throw new RangeError(`${variable} must be one of ${known.join(', ')}, not ${JSON.stringify(set)}`);
};
