// What a log may say of a failure. The message of an error is not for logs: it could quote what people wrote.

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Where it was thrown. */
export const placeOf = (error: unknown): string => {
  const { stack = '' } = error instanceof Error ? error : {};
  return /^ {4}at .*$/m.exec(stack)?.[0].trim() ?? '';
};

/** Where it was thrown, and what led there. */
export const placesOf = (error: unknown): string => {
  const { stack = '' } = error instanceof Error ? error : {};
  return stack.match(/^ {4}at .*$/gm)?.join('\n') ?? '';
};
