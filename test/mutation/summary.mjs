// What is known of every slice, as a page to be quoted.

import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { known } from './results.mjs';
import { explained } from './survivors.mjs';

const PAGE = 'docs/mutants.md';

const ABOUT = `# Mutants

Written by \`npm run mutate\`, which changes rules, folds and projections one piece at a time. What changes a rule must be
noticed by the specs in its own folder or by the tables of states; what many rules stand on, such as the fold of a task,
by the specs of those. The random walks (\`*.model.spec.ts\`) are left out: they would notice nearly everything, and hide a
rule without a spec of its own.
`;

const lineOf = (slice) => {
  const result = known(slice);
  if (!result) return { cells: [slice.name, '–', '–', '–', 'not run since its files changed'], alive: [] };
  const { alive } = explained(result.alive, slice.mutate);
  const without = alive.filter(({ reason }) => !reason).length;
  const killed = result.mutants - alive.length;
  return { cells: [slice.name, result.mutants, killed, alive.length - without, without], alive, killed };
};

const sumOf = (lines) => {
  const run = lines.filter(({ killed }) => killed !== undefined);
  const sum = (at) => run.reduce((total, { cells }) => total + cells[at], 0);
  return [`**${run.length} of ${lines.length} slices**`, ...[1, 2, 3, 4].map(sum)];
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const code = (text) => `\`\` ${text.replaceAll(/\s+/g, ' ').trim() || ' '} \`\``;

const told = ({ file, at, what, becomes, reason }) =>
  `- \`${file}:${at}\`: ${code(what)} → ${code(becomes)}: ${reason ?? '**no reason yet**'}`;

export const writeSummary = async (slices) => {
  const lines = slices.map(lineOf);
  const head = ['slice', 'mutants', 'killed', 'alive with a reason', 'alive without'];
  const table = [head, ['---', '--:', '--:', '--:', '--:'], ...lines.map(({ cells }) => cells), sumOf(lines)];
  const alive = lines.flatMap((line) => line.alive.map(told));
  const survivors = alive.length > 0 ? ['\n## What nothing noticed, and why\n', ...alive] : [];
  const page = [ABOUT, ...table.map(row), ...survivors].join('\n');
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
};
