const LEAST = 12;
const LEAST_DIFFERENT = 5;
const LONGEST_PERIOD = 4;

/** Why a password is refused; undefined when it will do. Length counts most, so no kinds of characters are asked for. */
export const weaknessOf = (password: string): 'password-too-short' | 'password-too-simple' | undefined => {
  const characters = [...password];
  if (characters.length < LEAST) return 'password-too-short';
  if (new Set(characters).size < LEAST_DIFFERENT) return 'password-too-simple';
  return isRepeated(characters) || isRun(characters) ? 'password-too-simple' : undefined;
};

/** `abcdabcdabcd`: a few characters over and over. */
const isRepeated = (characters: readonly string[]): boolean =>
  characters.every((character, index) => character === characters[index % LONGEST_PERIOD]);

/** `123456789012` or `hgfedcba…`: each character next to the one before, as they are numbered. */
const isRun = (characters: readonly string[]): boolean => {
  const steps = characters
    .slice(1)
    .map((character, index) => numberOf(character) - numberOf(characters[index]));
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
};

const numberOf = (character = ''): number => character.codePointAt(0) ?? 0;
