/** How many characters an outcome has at most, whatever it is made of: in UTF-8 a third of what an event may have. */
export const OUTCOME_LENGTH = 100_000;

const BETWEEN = '\n\n';
const CUT = '…';

/** Several outcomes as one text, with a blank line between. */
export const asOne = (outcomes: readonly string[]): string => shortened(outcomes).join(BETWEEN);

/**
 * The same outcomes, together no longer than one may be. Short ones stay whole; what is longer than the others is cut,
 * and ends with `…`: the whole is in the closing of its task.
 */
export const shortened = (outcomes: readonly string[], most = OUTCOME_LENGTH): readonly string[] => {
  const room = most - BETWEEN.length * Math.max(outcomes.length - 1, 0);
  const longest = longestOf(
    outcomes.map(({ length }) => length),
    room,
  );
  return outcomes.map((outcome) => cut(outcome, longest));
};

/** How long the longest may be so that all have room: what the shorter ones leave is shared by the longer. */
const longestOf = (lengths: readonly number[], room: number): number => {
  let left = room;
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return Math.max(share, CUT.length);
    left -= length;
  }
  return room;
};

const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  // Half of a surrogate pair cannot be written as UTF-8.
  return `${text.slice(0, most - CUT.length).replace(/[\uD800-\uDBFF]$/, '')}${CUT}`;
};
