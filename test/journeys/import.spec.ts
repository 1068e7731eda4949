import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../faults/launcher/launched.js';
import {
  manyOpinions,
  SAMPLE,
  SAMPLE_CHECKLIST,
  SAMPLE_ORGANISATION,
  SAMPLE_TEAMS,
  SAMPLE_TOPICS,
} from './cli/opinion-files.js';
import { WholeSystem } from './cli/whole-system.js';

let system: WholeSystem;

beforeAll(async () => {
  system = await WholeSystem.start();
});

afterAll(async () => {
  await system.stop();
});

const file = (content: string | Uint8Array): string => {
  const path = join(system.folder, 'rows.csv');
  writeFileSync(path, content);
  return path;
};

const journals = (): readonly string[] => readdirSync(join(system.data, 'cli'));

describe('an import', () => {
  it.each([
    ['opinions', SAMPLE, '40 rows are in.'],
    ['topics', SAMPLE_TOPICS, '14 rows are in.'],
    ['organisation', SAMPLE_ORGANISATION, '15 rows are in.'],
    ['teams', SAMPLE_TEAMS, '10 rows are in.'],
  ])('of %s adds nothing the second time', async (what, path, said) => {
    expect(await system.redress('import', what, path)).toMatchObject({ code: 0, out: `${said}\n` });
    const recorded = await system.recordedButReadings();
    expect(await system.redress('import', what, path)).toMatchObject({ code: 0, out: `${said}\n` });
    expect(await system.recordedButReadings()).toEqual(recorded);
    expect(journals()).toEqual([]);
  });

  it('puts a parent that stands below its units above them', async () => {
    const { body } = await system.call('GET', '/api/units?limit=200', { token: system.operatorToken });
    const units = body['rows'] as readonly { id: string; code: string; parent?: string }[];
    const idOf = (code: string) => units.find((unit) => unit.code === code)?.id;
    expect(units.find(({ code }) => code === 'canteens')?.parent).toBe(idOf('logistics'));
    expect(units.find(({ code }) => code === 'logistics')?.parent).toBe(idOf('university'));
    expect(idOf('university')).toBeDefined();
  });

  it('says which rows are bad, and the others go in', async () => {
    const path = file('level1,level2,level3\nFood,,Prices\nFood,Shops,\n,Shops,\nFood,"Shops",Prices,more\n');
    const ran = await system.redress('import', 'topics', path);
    expect(ran).toMatchObject({ code: 1, out: '1 rows are in, 3 are bad.\n' });
    expect(ran.err).toContain('line 2, column level2: is empty above a level3\n');
    expect(ran.err).toContain('line 4, column level1: is empty\n');
    expect(ran.err).toContain('line 5: has 4 cells; the header has 3\n');
  });

  it('says of an organisation what the server refuses', async () => {
    const header = 'unit_code,unit,parent_code,post_code,post,role,roster_number,person,from';
    const path = file(
      [
        header,
        'u1,Unit 1,nowhere,,,,,,2024-01-01',
        'u2,Unit 2,,p2,Head,boss,,,2024-01-01',
        'u3,Unit 3,,p3,Head,unit,r3,Ann,2024-01-01',
        'u3,Unit Three,,p4,Deputy,unit,r4,Bob,2024-01-01',
      ].join('\n'),
    );
    const ran = await system.redress('import', 'organisation', path);
    expect(ran).toMatchObject({ code: 1, out: '1 rows are in, 3 are bad.\n' });
    expect(ran.err).toMatch(/line 2, column unit_code: .*There is no such parent unit/);
    expect(ran.err).toMatch(/line 3, column role: "boss" is none of/);
    expect(ran.err).toMatch(/line 5, column unit: line 4 says otherwise/);
  });

  it('says of teams what the server refuses', async () => {
    const header = 'team_code,team,team_from,part,roster_number,unit_code,from';
    const path = file(
      [
        header,
        'team-9,Team 9,2024-01-01,head,S-0004,,2024-01-01',
        'team-9,Team 9,2024-01-01,head,S-0005,,2024-06-01',
        'team-9,Team 9,2024-01-01,,,nowhere,2024-01-01',
        'team-9,Team 9,2024-01-01,liaison,S-0012,canteens,2024-01-01',
        'team-9,Team Nine,2024-01-01,,,canteens,2024-01-01',
      ].join('\n'),
    );
    const ran = await system.redress('import', 'teams', path);
    expect(ran).toMatchObject({ code: 1, out: '1 rows are in, 4 are bad.\n' });
    expect(ran.err).toMatch(/line 3: .*there is one at a time/);
    expect(ran.err).toMatch(/line 4: .*The unit is not there on that day/);
    expect(ran.err).toMatch(/line 5: .*A liaison has no part in the unit/);
    expect(ran.err).toMatch(/line 6: .*Another team was formed under this id/);
  });

  it('of a checklist publishes a version, and the next one when it says something new', async () => {
    const publish = (path: string) => system.redress('import', 'checklist', path);
    const first = { code: 0, out: '"Kitchens" is in, as version 1.\n' };
    expect(await publish(SAMPLE_CHECKLIST)).toMatchObject(first);
    const recorded = await system.recorded();
    expect(await publish(SAMPLE_CHECKLIST)).toMatchObject(first);
    expect(await system.recorded()).toEqual(recorded);
    const next = readFileSync(SAMPLE_CHECKLIST, 'utf8').replace('"least": 65', '"least": 70');
    expect(await publish(file(next))).toMatchObject({ code: 0, out: '"Kitchens" is in, as version 2.\n' });
    const wrong = await publish(file(next.replace('"mustFind": false', '"mustFind": true')));
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('has to be one that can fail') });
  });

  it('that is killed goes on where it stopped, and nothing is in twice', async () => {
    const path = file(manyOpinions(1_000));
    const before = (await system.recorded())['intake'] ?? NaN;
    const killed = system.begin('import', 'opinions', path, '--at-once', '4');
    await until('some rows are in', () => journals().length > 0);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ code: null, out: '' });

    const next = await system.redress('import', 'opinions', path);
    expect(next).toMatchObject({ code: 0, out: '1000 rows are in.\n' });
    expect(next.err).toMatch(/^goes on after row [1-9]\d*, where it was stopped\n/);
    expect((await system.recorded())['intake']).toBe(before + 1_000);
    expect(journals()).toEqual([]);
  });
});

describe('the command line', () => {
  it.each([
    [
      'a file that is not there',
      ['import', 'topics', '/no/such.csv'],
      /\/no\/such\.csv cannot be read: ENOENT/,
    ],
    [
      'a file of something else',
      ['import', 'topics', SAMPLE],
      /has no column level1; its header is: id, author/,
    ],
    [
      'a server that is not there',
      ['--url', 'http://127.0.0.1:9', 'status'],
      /nothing answers at http:\/\/127\.0\.0\.1:9/,
    ],
    ['no token of this server', ['--token', 'nobody', 'status'], /does not accept the token/],
    ['an address that is none', ['--url', 'localhost', 'status'], /is no address of a server/],
    ['a number that is none', ['run-cases', SAMPLE, '--rows', 'all'], /It is a whole number from 1/],
    ['a command that is none', ['import', 'people', SAMPLE], /unknown command 'people'/],
  ])('says what is wrong with %s, and ends with 2', async (_, args, message) => {
    const ran = await system.redress(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\n +at /);
  });

  it('tells a file in GBK, and nothing of it goes in', async () => {
    const before = await system.recorded();
    // level1, 意见
    const ran = await system.redress(
      'import',
      'topics',
      file(Buffer.from('6c6576656c310ad2e2bcfb0a', 'hex')),
    );
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('iconv -f GB18030 -t UTF-8') });
    expect(await system.recorded()).toEqual(before);
  });

  it('explains itself', async () => {
    const ran = await system.redress('import', 'organisation', '--help');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('unit_code, unit, parent_code') });
  });

  it('shows how the services are', async () => {
    const ran = await system.redress('status');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('Everything answers.') });
    expect(ran.out).toMatch(/^service +events +audited +models behind/);
    for (const service of ['directory', 'identity', 'intake', 'rectification', 'inspection', 'audit'])
      expect(ran.out).toContain(`\n${service} `);
  });
});
