const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}\p{M}]|$)/gu;

const normal = (text: string): string => text.normalize('NFKC').toLowerCase();
const runsOf = (text: string): readonly string[] => normal(text).match(RUNS) ?? [];

/**
 * The words under which a text is found. Chinese is written without spaces, so each pair of neighbouring
 * characters is a word, and each character one of its own; other scripts are cut where letters and digits end.
 */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(runsOf(text).flatMap((run) => (HAN.test(run) ? [...Array.from(run), ...pairsOf(run)] : [run]))),
];

/** The words under which a row is found: those in these fields of it. */
export const wordsIn = (row: object, fields: readonly string[]): readonly string[] => {
  const values = row as Readonly<Record<string, unknown>>;
  const texts = fields.map((field) => values[field]).filter((value) => typeof value === 'string');
  return [...new Set(texts.flatMap(wordsOf))];
};

/** The words that a text must have to be found by a query: of Chinese the pairs, or the one character. */
export const wordsSought = (query: string): readonly string[] => [
  ...new Set(
    runsOf(query).flatMap((run) => (HAN.test(run) && Array.from(run).length > 1 ? pairsOf(run) : [run])),
  ),
];

const pairsOf = (run: string): readonly string[] => {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
};
