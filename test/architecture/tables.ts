/** The cells of the rows of the table below a heading of a document, without its head; none where there is no table. */
export const rowsUnder = (text: string, heading: string): readonly (readonly string[])[] => {
  const [, below = ''] = text.split(`\n## ${heading}\n`);
  const lines = below.split('\n');
  const first = lines.findIndex((line) => line.startsWith('| -'));
  const table = lines.slice(first + 1);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** What stands in a cell between backticks. */
export const codesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
