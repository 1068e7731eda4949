import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const SAMPLE = fileURLToPath(new URL('../../data/sample-opinions.csv', import.meta.url));
export const SAMPLE_TOPICS = fileURLToPath(new URL('../../data/sample-topics.csv', import.meta.url));
export const SAMPLE_ORGANISATION = fileURLToPath(
  new URL('../../data/sample-organisation.csv', import.meta.url),
);
export const SAMPLE_TEAMS = fileURLToPath(new URL('../../data/sample-teams.csv', import.meta.url));
export const SAMPLE_CHECKLIST = fileURLToPath(new URL('../../data/sample-checklist.json', import.meta.url));

/** Two thousand real opinions with replies, where they are at hand. */
const REAL = fileURLToPath(new URL('../../../../shared/data/opinions-with-replies.csv', import.meta.url));
export const real = existsSync(REAL) ? REAL : undefined;

/** The sample so many times over, each time as other opinions. */
export const samples = (...names: readonly string[]): string => {
  const [header = '', ...rows] = readFileSync(SAMPLE, 'utf8').split(/\n(?=p\d\d,|id,)/);
  return [header, ...names.flatMap((name) => rows.map((row) => `${name}${row.trimEnd()}`))].join('\n');
};

/** So many opinions without replies. */
export const manyOpinions = (count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, index) => `n${String(index)},S1,Lamp ${String(index)} is out,2024-05-01T08:00:00+08:00,Since Monday`,
  );
  return ['id,author,title,submitted_at,text', ...rows].join('\n');
};
