import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grants, Reach } from '@redress/authorisation/policy';
import { REACHES } from '@redress/authorisation/scopes';
import type { Role } from '@redress/contracts/envelope';
import { ROOT } from './sources.js';

export type Published = { readonly subject: string; readonly rejections: readonly string[] | undefined };

/** Each command and query of the published language; a query has no rejections. */
export const published = async (): Promise<readonly Published[]> => {
  const paths = globSync('libs/contracts/src/**/*.ts', { cwd: ROOT }).filter(
    (path) =>
      !path.endsWith('.spec.ts') &&
      readFileSync(join(ROOT, path), 'utf8').includes('static readonly subject'),
  );
  const modules = await Promise.all(paths.map((path) => import(join(ROOT, path)) as Promise<object>));
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((one): one is Published => typeof one === 'function' && 'subject' in one);
};

const COLUMNS: readonly (readonly [Role, string])[] = [
  ['submitter', '提意见的人 anyone, unsigned'],
  ['unit', '单位 unit'],
  ['office', '办公室 office'],
  ['inspection', '督查组 inspection'],
  ['leading-group', '领导小组 leading group'],
  ['auditor', '审计 auditor'],
  ['operator', '运维 operator'],
  ['system', 'services'],
];
const SIGNS: Readonly<Record<Reach, string>> = { everything: '●', own: '◐' };

const HEAD = `# Who may do what

● whatever it concerns · ◐ what is their own: of their unit, post or team, of themselves, or under the receipt that they
hold · empty: not at all. Whoever may not is told so, and of what somebody may not see, that it is not there. Recusal and other
rules of the matter come on top: they are in the README of each service. The table is compared with what the running services
do, request by request, whenever the tests run; it is written by \`libs/authorisation\`.
`;

const KEYS = `## Keys that are confined

A key for a machine may be confined to some of these. It then does what its post may and one of them reaches, and is told \`out-of-scope\`
of all else. None of them reaches accounts and sessions, the issuing of keys, or everything about a person at once.

${[
  ['scope', 'what it reaches'],
  ['---', '---'],
  ...Object.entries(REACHES).map(([scope, { about }]) => [`\`${scope}\``, about]),
]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}
`;

/** The policy as a table to be read by whoever answers for it. */
export const tableOf = (grants: Grants, commands: ReadonlySet<string>): string => {
  const services = [...new Set(Object.keys(grants).map((subject) => subject.split('.')[0] ?? ''))];
  const sections = services.flatMap((service) =>
    (['says', 'asks'] as const).map((verb) => {
      const subjects = Object.keys(grants).filter(
        (one) => one.startsWith(`${service}.`) && commands.has(one) === (verb === 'says'),
      );
      const title = `## ${service}: what is ${verb === 'says' ? 'done' : 'seen'}`;
      return subjects.length === 0 ? '' : `${title}\n\n${rowsOf(subjects, grants)}\n`;
    }),
  );
  return [HEAD, ...sections.filter((section) => section !== ''), KEYS].join('\n');
};

const rowsOf = (subjects: readonly string[], grants: Grants): string => {
  const cells = subjects.map((subject) => [
    subject.slice(subject.indexOf('.') + 1).replaceAll('-', ' '),
    ...COLUMNS.map(([role]) => {
      const reach = grants[subject]?.may[role];
      return reach ? SIGNS[reach] : '';
    }),
  ]);
  const head = ['', ...COLUMNS.map(([, title]) => title)];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
};
