import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { real, SAMPLE } from './cli/opinion-files.js';
import { type Ran, WholeSystem } from './cli/whole-system.js';

let system: WholeSystem;

beforeAll(async () => {
  system = await WholeSystem.start();
});

afterAll(async () => {
  await system.stop();
});

/** Thirteen steps that people take, and five that follow from them. */
const COMMANDS = 13;
const EVENTS = 18;

const allTheWay = (cases: number) => ({
  opinions: cases,
  issues: cases,
  tasks: cases,
  closed: cases,
  answered: cases,
  events: cases * EVENTS,
  lost: 0,
  commands: cases * COMMANDS,
  seconds: expect.any(Number),
  commandsPerSecond: expect.any(Number),
});

const resultOf = ({ out }: Ran): unknown => JSON.parse(out);

const file = (content: string): string => {
  const path = join(system.folder, 'cases.csv');
  writeFileSync(path, content);
  return path;
};

describe('the main job', () => {
  it('takes every opinion of the sample from its receipt to its outcome, and finds all of it', async () => {
    const ran = await system.redress('run-cases', SAMPLE);
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('checks 40/40') });
    expect(resultOf(ran)).toEqual(allTheWay(40));
  });

  it('finds everything done the second time, and adds nothing', async () => {
    const before = await system.recorded();
    // One of rectification's is no case: it says by which official calendar the program counts.
    expect(before).toMatchObject({ intake: 160, rectification: 1 + 560 });
    const ran = await system.redress('run-cases', SAMPLE);
    expect(resultOf(ran)).toEqual(allTheWay(40));
    expect(await system.recorded()).toEqual(before);
  });

  it('says which rows are bad, where and why, and takes the others', async () => {
    const header = 'id,author,title,submitted_at,text,reply,replied_at';
    const times = ['2024-03-04T21:40:00+08:00', '2024-03-15T10:20:00+08:00'] as const;
    const row = (
      id: string,
      title: string,
      text: string,
      reply: string,
      [sent, replied]: readonly [string, string],
    ) => `${id},S1,${title},${sent},"${text}",${reply},${replied}`;
    const path = file(
      [
        header,
        row('1', 'Good one', 'two\nlines', 'done', times),
        row('2', 'No reply', 'text', '', times),
        row('3', 'Replied too early', 'text', 'done', [times[1], times[0]]),
        row('4', 'When', 'text', 'done', ['last Monday', times[1]]),
        row('5', '', 'text', 'done', times),
        row('6', 'Too long', 'x'.repeat(20_001), 'done', times),
        '7,too,short',
        row('1', 'Good one', 'two\nlines', 'done', times),
        row('8', 'Another good one, quoted', 'text', 'done', times).replace(
          'Another good one, quoted',
          '"Another, ""good"" one"',
        ),
      ].join('\r\n'),
    );
    const ran = await system.redress('run-cases', path);
    expect(ran.code).toBe(1);
    expect(ran.err.split('\n').filter((line) => line.startsWith('line '))).toEqual([
      'line 4, column reply: is empty',
      'line 5, column replied_at: lies before submitted_at',
      'line 6, column submitted_at: "last Monday" is no moment like 2019-01-02T08:30:00+08:00',
      'line 7, column title: is empty',
      'line 8, column text: has 20001 characters, more than 20000',
      'line 9: has 3 cells; the header has 7',
      'line 10: is the same as line 2',
    ]);
    expect(resultOf(ran)).toEqual(allTheWay(2));
  });

  it('takes only so many rows when told so, from the beginning', async () => {
    const before = await system.recorded();
    expect(resultOf(await system.redress('run-cases', SAMPLE, '--rows', '3'))).toEqual(allTheWay(3));
    expect(await system.recorded()).toEqual(before);
  });
});

describe('the history of a case', () => {
  it('is read by people: when, who in which post, and what', async () => {
    const { out } = await system.redress('history', await anyCase());
    expect(out).toMatch(/^recorded +happened +who +what +details\n/);
    expect(out).toContain("Clerk of the office, Leading group's office");
    expect(out).toMatch(/Head of the inspection team, Inspection team +close out verified +seen: /);
    expect(out).toContain('18 events; nothing is missing.');
  });

  it('is read by programs, with both times', async () => {
    const { out } = await system.redress('history', await anyCase(), '--json');
    const { complete, entries } = JSON.parse(out) as {
      complete: boolean;
      entries: readonly { type: string; happenedAt: string; recordedAt: string }[];
    };
    expect(complete).toBe(true);
    expect(entries.map(({ type }) => type).filter((type) => !type.startsWith('Task'))).toEqual([
      'OpinionSubmitted',
      'OpinionAcknowledged',
      'OpinionListed',
      'IssueListed',
      'MeasuresPlanned',
      'ProgressReported',
      'EvidenceAttached',
      'ProgressReported',
      'CloseOutRequested',
      'CloseOutVerified',
      'NoticeSkipped',
      'IssueResolved',
      'OutcomeTold',
    ]);
    expect(entries.every(({ happenedAt, recordedAt }) => happenedAt < recordedAt)).toBe(true);
    expect(entries.map(({ happenedAt }) => happenedAt)).toEqual(
      entries.map(({ happenedAt }) => happenedAt).toSorted(),
    );
  });

  it('is not found for an id that nothing has', async () => {
    const ran = await system.redress('history', '0190a5c4-0000-7aaa-8aaa-0000000000ff');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('There is no such thing') });
  });

  const anyCase = async (): Promise<string> => {
    const auditor = { post: 'redress.audit.head', rosterNumber: 'redress.audit.head' };
    const issued = await system.call('POST', '/api/tokens', { token: system.operatorToken, body: auditor });
    const token = String(issued.body['token']);
    const { body } = await system.call('GET', '/api/events?type=OutcomeTold&limit=1', { token });
    const [event] = body['rows'] as readonly { caseId: string }[];
    return event?.caseId ?? 'none';
  };
});

const [name, path] =
  real === undefined
    ? ['takes the sample once more, since ../shared/data/opinions-with-replies.csv is not at hand', SAMPLE]
    : ['takes real opinions all the way too', real];

it(name, async () => {
  const rows = real === undefined ? 40 : 60;
  expect(resultOf(await system.redress('run-cases', path, '--rows', String(rows)))).toEqual(allTheWay(rows));
});
