/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
export const MOST_IN_CELL = 32_767;

/**
 * What a spreadsheet may take for a formula: a sign that begins one, also in full width, wherever blanks, quotes or signs
 * that nobody sees stand before it; or a tab or line break at the very beginning.
 */
const LIKE_A_FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Z}"'`´‘’“”„‟«»＂＇]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/** What may stand between the beginning of a cell and what it holds, with the marks by which a spreadsheet may divide a line. */
const BETWEEN = /[\s\p{Cf}\p{Z}"'`´‘’“”„‟«»＂＇;|]+/gu;
const SIGN = /^[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;

// Blanks and line breaks stay. XML knows no other control characters, nor half of a surrogate pair.
const NOT_WRITABLE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text as it may stand in a cell: never a formula, readable by every parser, not longer than a cell. */
export const cellText = (text: string): string => {
  const readable = text.replaceAll(/\r\n?/g, '\n').replaceAll(NOT_WRITABLE, ' ');
  return shortened(LIKE_A_FORMULA.test(text) || LIKE_A_FORMULA.test(readable) ? `'${readable}` : readable);
};

/**
 * The same for a file of text. Where the system divides lists by semicolons, a spreadsheet divides the file so too: then no
 * field of ours begins with its quote, and a cell begins in the middle of what somebody wrote.
 */
export const fieldText = (text: string): string => {
  const cell = cellText(text);
  // Once over the text: a search that looked ahead from each mark would take its square.
  return cell.replaceAll(BETWEEN, (between, at: number) =>
    SIGN.test(cell.charAt(at + between.length)) ? marked(between) : between,
  );
};

/** An apostrophe after each mark, or beginning of a line, from which nothing but blanks leads to what follows. */
const marked = (between: string): string => {
  const from = Math.max(between.lastIndexOf(';'), between.lastIndexOf('|'), 0);
  return between.slice(0, from) + between.slice(from).replaceAll(/[;|\t\n]/g, "$&'");
};

const shortened = (text: string): string => {
  if (text.length <= MOST_IN_CELL) return text;
  const cut = text.slice(0, MOST_IN_CELL - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};
