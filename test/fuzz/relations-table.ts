import type { Operation } from './document.js';
import { type Cell, COLUMNS, type Row } from './relations.js';

const SIGNS: Readonly<Record<Cell, string>> = { may: '●', 'may-not': '×', hidden: '○', 'must-say-who': '–' };

const HEAD = `# Who may do what, by every route

What each is told who asks for something that concerns one unit: that unit itself, one that supports it in the task, another
one, the unit above and a unit below it, and the others. Compared with what the running system answers, route by route,
whenever the tests run (\`test/fuzz/relations.spec.ts\`). Which handler lets in which role is in [who may do what](who-may-do-what.md).

● may, unless a rule of the matter is against it · × is told that they may not · ○ is told that there is nothing, or sees a list
without it · – must say first who they are

A unit above sees nothing of the units below it that does not concern itself
([decision 0032](decisions/0032-what-each-route-answers-to-whom.md)).
`;

/** The rows as a table to be read by whoever answers for it; and those that are not asked, each with the reason. */
export const tableOf = (
  rows: readonly Row[],
  operations: readonly Operation[],
  notAsked: Readonly<Record<string, string>>,
): string => {
  const byId = new Map(rows.map((row) => [row.operation.id, row]));
  const asked = operations.flatMap(({ id }) => byId.get(id) ?? []);
  const lines = asked.map(({ operation, cells }) => [
    operation.summary,
    `\`${operation.method} ${operation.path.replace('/api', '')}\``,
    ...cells.map((cell) => SIGNS[cell]),
  ]);
  const head = ['', '', ...COLUMNS.map(([, title]) => title)];
  const others = operations.filter(({ id }) => !byId.has(id));
  return [
    HEAD,
    tableIn([head, head.map(() => '---'), ...lines]),
    '\n## Routes by which nobody asks about a unit\n',
    tableIn([
      ['', '', 'who may'],
      ['---', '---', '---'],
      ...others.map(({ summary, method, path, id }) => [
        summary,
        `\`${method} ${path.replace('/api', '')}\``,
        reasonFor(id, notAsked),
      ]),
    ]),
    '',
  ].join('\n');
};

export const reasonFor = (id: string, notAsked: Readonly<Record<string, string>>): string =>
  Object.entries(notAsked).find(([prefix]) => id === prefix || id.startsWith(`${prefix}.`))?.[1] ?? '';

const tableIn = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n');
