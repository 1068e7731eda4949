// What is known of every slice, as a page to be quoted.

import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { lastKnown } from './results.mjs';
import { explained } from './survivors.mjs';

const PAGE = 'docs/mutants.md';

const ABOUT = `# Mutants

Written by \`npm run mutate\`, which changes rules, folds and projections one piece at a time. What changes a rule must be
noticed by the specs in its own folder or by the tables of states; what many rules stand on, such as the fold of a task,
by the specs of those. The random walks (\`*.model.spec.ts\`) are left out: they would notice nearly everything, and hide a
rule without a spec of its own. What no spec noticed but the compiler refuses, and so \`npm run check\`, is counted apart. The
names and indexes of projections are not changed: they say where rows are kept and how fast they are found, not which.
Where a name has an asterisk, something that the slice depends on has changed since.
`;

const HEAD = [
  'slice',
  'mutants',
  'killed',
  'refused by the compiler',
  'alive with a reason',
  'alive without',
];

const lineOf = (slice) => {
  const result = lastKnown(slice);
  if (!result) return { cells: [slice.name, 'not run', ...HEAD.slice(2).map(() => '–')], alive: [] };
  const { mutants, refused, isCurrent } = result;
  const { alive } = explained(result.alive, slice.mutate);
  const without = alive.filter(({ reason }) => !reason).length;
  const counts = [mutants, mutants - refused - alive.length, refused, alive.length - without, without];
  return { cells: [`${slice.name}${isCurrent ? '' : ' *'}`, ...counts], alive, counts };
};

const sumOf = (lines) => {
  const run = lines.filter(({ counts }) => counts);
  const sums = HEAD.slice(1).map((_, at) => run.reduce((total, { counts }) => total + counts[at], 0));
  return [`**${run.length} of ${lines.length} slices**`, ...sums];
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const code = (text) => `\`\` ${text.replaceAll(/\s+/g, ' ').trim() || ' '} \`\``;

const told = ({ file, at, what, becomes, reason }) =>
  `- \`${file}:${at}\`: ${code(what)} → ${code(becomes)}: ${reason ?? '**no reason yet**'}`;

export const writeSummary = async (slices) => {
  const lines = slices.map(lineOf);
  const rule = HEAD.map((_, at) => (at === 0 ? '---' : '--:'));
  const table = [HEAD, rule, ...lines.map(({ cells }) => cells), sumOf(lines)];
  const alive = lines.flatMap((line) => line.alive.map(told));
  const survivors = alive.length > 0 ? ['\n## What nothing noticed, and why\n', ...alive] : [];
  const page = [ABOUT, ...table.map(row), ...survivors].join('\n');
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
};
