import { Command, InvalidArgumentError } from 'commander';
import { picked } from './call-interface/body.js';
import { callInterface } from './call-interface/call-interface.js';
import { addEvidence } from './evidence/add-evidence.js';
import { getEvidence } from './evidence/get-evidence.js';
import { importOpinions } from './import-opinions/import-opinions.js';
import { importOrganisation, leaveOrganisation } from './import-organisation/import-organisation.js';
import { importChecklist } from './import-checklist/import-checklist.js';
import type { Imported } from './import-rows/import-rows.js';
import { importTopics } from './import-topics/import-topics.js';
import { importTeams } from './import-teams/import-teams.js';
import { historyText } from './read-history/history-text.js';
import { readHistory } from './read-history/read-history.js';
import { coverageText, roundStatus } from './round-status/round-status.js';
import { operateCommand } from './operate/operate-command.js';
import { reportCommand } from './round-report/report-command.js';
import { runCases } from './run-cases/run-cases.js';
import { statusOf, statusText } from './show-status/show-status.js';
import { sessionCommands } from './sign-in/session-commands.js';
import { serverUrl, type Settings, settingsFrom } from './sign-in/settings.js';
import { Trouble } from './trouble.js';
import { tokenCommands } from './tokens/token-commands.js';

const AT_ONCE = '32';
const SOME_BAD = 1;

/** The commands, what they take, and what is said about them. Results go to the output, all else to the error output. */
export const program = (): Command => {
  const redress = new Command('redress')
    .description('The command line of Redress. It speaks with a running server over HTTP.')
    .option('--url <address>', 'of the server (default: http://127.0.0.1, port $REDRESS_PORT or 3000)')
    .option(
      '--token <token>',
      'who acts (default: $REDRESS_TOKEN, else whoever signed in, else the file $REDRESS_DATA/operator.token)',
    )
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well; 1 some rows or cases are bad; 2 it could not be done at all.',
    )
    .exitOverride();
  const settings = (token?: string): Settings =>
    settingsFrom({ ...redress.opts(), ...(token !== undefined && { token }) }, process.env);

  sessionCommands(redress, () => serverUrl(redress.opts<{ url?: string }>().url, process.env), print);

  const importing = redress
    .command('import')
    .description('put the rows of a CSV file in; a row that is in already is not put in again');
  const importCommand = (
    name: string,
    about: string,
    columns: string,
    run: (file: string, settings: Settings, atOnce: number) => Promise<Imported>,
  ): Command =>
    importing
      .command(name)
      .argument('<file>', 'CSV in UTF-8, with a header')
      .description(about)
      .option('--at-once <number>', 'requests at the same time', number, Number(AT_ONCE))
      .addHelpText(
        'after',
        `\n${columns}\n\nA killed import is begun again with the same command: it goes on where it stopped.`,
      )
      .action(async (file: string, { atOnce }: { atOnce: number }) => {
        const { rows, bad } = await run(file, settings(), atOnce);
        print(`${String(rows)} rows are in${bad > 0 ? `, ${String(bad)} are bad` : ''}.`, bad > 0);
      });
  importCommand('opinions', 'opinions as having come in when the file says', OPINIONS, importOpinions);
  importCommand('topics', 'the classification of topics', TOPICS, importTopics);
  importCommand('organisation', 'units, posts, and who holds them', ORGANISATION, importOrganisation)
    .option('--leavers', 'whoever holds a post and is not in the file leaves it today, once all rows are in')
    .option('--dry-run', 'with --leavers: put nothing in, and only say who would leave')
    .option('--yes', 'with --leavers: do not ask')
    .option('--at-most <percent>', 'with --leavers: of a hundred holders no more leave at once', number, 20)
    .action(async (file: string, options: OrganisationOptions) => {
      const { leavers = false, dryRun = false, yes = false, atMost, atOnce } = options;
      if (!dryRun) {
        const { rows, bad } = await importOrganisation(file, settings(), atOnce);
        print(`${String(rows)} rows are in${bad > 0 ? `, ${String(bad)} are bad` : ''}.`, bad > 0);
        if (bad > 0 && leavers) throw new Trouble('nobody leaves before all rows are in');
      }
      if (leavers || dryRun) print(await leaveOrganisation(file, settings(), { dryRun, yes, atMost }));
    });
  importCommand(
    'teams',
    'inspection teams: who is in them, and which units they inspect',
    TEAMS,
    importTeams,
  );
  importing
    .command('checklist')
    .argument('<file>', 'JSON in UTF-8')
    .description('a checklist: its first version, or the next when it says something new')
    .addHelpText('after', `\n${CHECKLIST}`)
    .action(async (file: string) => {
      const { title, version } = await importChecklist(file, settings());
      print(`"${title}" is in, as version ${String(version)}.`);
    });

  redress
    .command('run-cases')
    .argument('<file>', 'CSV in UTF-8, with a header')
    .description(
      'take opinions with replies all the way to their outcome, and check that everything is there',
    )
    .option('--rows <number>', 'only the first so many', number)
    .option('--at-once <number>', 'cases at the same time', number, Number(AT_ONCE))
    .addHelpText('after', `\n${CASES}`)
    .action(async (file: string, { rows = Infinity, atOnce }: { rows?: number; atOnce: number }) => {
      const { bad, ...run } = await runCases(file, settings(), { rows, atOnce });
      print(JSON.stringify(run), bad > 0 || run.lost > 0);
    });

  redress
    .command('history')
    .argument('<case>', 'the id of the case, which is that of its opinion')
    .description('everything that was recorded of a case: who did what when, in which post')
    .option('--json', 'as it is, with all ids and texts')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const named = await readHistory(id, settings());
      print(json ? JSON.stringify(named.history, null, 2) : historyText(named));
    });

  redress
    .command('round')
    .description('one pass of the inspection teams over the units')
    .command('status')
    .argument('<round>', 'the id of the round')
    .option('--json', 'as it is, with all ids')
    .description('how many units were seen, by team, and which were not')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const status = await roundStatus(id, settings());
      print(json ? JSON.stringify(status, null, 2) : coverageText(status));
    });

  reportCommand(redress, settings, print);
  operateCommand(redress, settings, print);

  const evidence = redress.command('evidence').description('files that show what was done');
  evidence
    .command('add')
    .argument('<task>', 'the id of the task')
    .argument('<file>', 'a picture, a film, a document or a text')
    .option('--note <text>', 'what it shows (default: the name of the file)')
    .description('send a file and attach it to a task; interrupted, the same command goes on where it was')
    .action(async (task: string, file: string, { note }: { note?: string }) => {
      const { sha256, cleaned } = await addEvidence({ task, file, note }, settings());
      if (cleaned) process.stderr.write(CLEANED);
      print(sha256);
    });
  evidence
    .command('get')
    .argument('<task>', 'the id of the task')
    .argument('<sha256>', 'of the file, as the task names it')
    .argument('<file>', 'where to write it; it must not be there yet')
    .description('fetch a file that is evidence of a task')
    .action(async (task: string, sha256: string, file: string) => {
      await getEvidence({ task, sha256, file }, settings());
    });

  tokenCommands(redress, settings, print);

  redress
    .command('api')
    .argument('<method>', 'GET, PUT, POST or DELETE')
    .argument('<path>', 'below /api, like /opinions')
    .argument('[body]', 'a JSON object')
    .option('--anonymous', 'without a token')
    .option('--wait <seconds>', 'until it is there, as long as the server waits', number)
    .option(
      '--pick <path...>',
      'only these values of the answer, on one line: opinionId, actor.unit, rows.0.id',
    )
    .description('one request to the interface, as it is documented at /api/docs')
    .action(async (method: string, path: string, body: string | undefined, options: ApiOptions) => {
      const { anonymous = false, wait, pick } = options;
      const { url, token } = anonymous ? { ...settings(''), token: undefined } : settings();
      const answer = await callInterface(url, { method, path, body, token, wait });
      print(pick ? picked(answer, pick).join(' ') : JSON.stringify(answer, null, 2));
    });

  redress
    .command('status')
    .description('how the services are: what they hold, how far they are behind')
    .option('--json', 'as it is')
    .action(async ({ json = false }: { json?: boolean }) => {
      const status = await statusOf(settings());
      print(json ? JSON.stringify(status, null, 2) : statusText(status), !status.ready);
    });
  return redress;
};

type OrganisationOptions = {
  readonly atOnce: number;
  readonly atMost: number;
  readonly leavers?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

type ApiOptions = { readonly anonymous?: boolean; readonly wait?: number; readonly pick?: readonly string[] };

const OPINIONS = `Columns: id, title, submitted_at (2019-01-02T08:30:00+08:00), text; author may be there, others are left alone.
The channel is "file import". With the operator's token they are entered by the clerk of the office.`;

const CLEANED =
  'What is not to be kept was taken out, such as where a picture was taken: the file is stored under another hash.\n';

const TOPICS = 'Columns: level1; level2 and level3 may be there, and empty.';

const ORGANISATION = `Columns: unit_code, unit, parent_code, post_code, post, role, roster_number, person, from; until and heads may be there.
One row a post; a unit without posts has a row with post_code and what follows it empty, a vacant post one
with roster_number and person empty. A parent may come after the units below it. "from" and "until" are the first and
the last day on which the person holds the post; "heads" is yes where its holder leads the unit. Roles: unit, office, inspection, leading-group, auditor, operator, submitter.`;

const TEAMS = `Columns: team_code, team, team_from, part, roster_number, unit_code, from; team_until and until may be there.
One row a member (part: head, member or substitute; roster_number), a unit that the team inspects (unit_code alone), a
liaison at a unit (part: liaison, with both), or a team of which nothing else is said (all of them empty). "team_from" and
"team_until" are the first and the last day of the team, "from" and "until" those of what the row adds to it. People and
units are known from "import organisation".`;

const CHECKLIST = `{ "code": "kitchens", "title": { "en": "Kitchens", "zh": "食堂" }, "sections": [ { "title": {…}, "items": [ … ] } ] }
An item has "itemId" (a code), "kind" (judgement, number, choice, text or photo), "text" in both languages, "weight" and
"mustFind", and may have "guidance"; a number has a "threshold", a choice "choices". The code names the checklist: the
same code again publishes its next version.`;

const CASES = `Columns: as for "import opinions", and reply, replied_at.
Needs the operator's token: it sets up an office, an inspection team, an auditor, and a unit for each place that a
title names, and acts in their posts. Each step happens between submitted_at and replied_at. It ends with one line of
JSON; "answered" counts receipts that show the outcome, "lost" what was acknowledged and is not found afterwards.
Run again on the same file, it finds everything done and adds nothing.`;

const number = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
};

const print = (text: string, isBad = false): void => {
  process.stdout.write(`${text}\n`);
  if (isBad) process.exitCode = SOME_BAD;
};
