// No control character but the line break; nothing that XML has no letter for; and nothing that turns the direction of
// writing round, so that a name could be read as another one.
const NOT_PRINTED = /(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text as somebody wrote it, as far as it can be printed. */
export const readable = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(NOT_PRINTED, '');
