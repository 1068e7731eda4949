import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { ReadNames } from '@redress/contracts/directory/names';
import type { Actor } from '@redress/contracts/envelope';
import { ReadLedger } from '@redress/contracts/rectification/ledger-queries';
import type { TaskRow } from '@redress/contracts/rectification/ledger';
import * as people from '@redress/contracts/rectification/people.examples';
import { ReadPolicy } from '@redress/contracts/rectification/read-policy';
import type { TaskId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { newGateway } from '../gateway.js';
import { gatewayOf, OfficerOrLead } from '../http/routes.examples.js';
import { COLUMNS } from './columns.js';
import { LedgerExport } from './ledger-export.js';
import { LedgerExportController } from './ledger-export.controller.js';
import { inChinese, inEnglish, inspector, row } from './row.examples.js';

const { leadUnit, supportingUnit, responsible, plumber, lead } = people;
const NAMES = {
  units: { [leadUnit]: 'Logistics', [supportingUnit]: 'Workshop' },
  people: { [responsible]: '王伟', [plumber]: '李工', [inspector]: '张督' },
};
const POLICY = {
  taskTypes: [{ name: 'time-bound', en: 'Time-bound', zh: '限期整改' }],
  severities: [{ name: 'ordinary', en: 'Ordinary', zh: '一般' }],
};

type Asked = { readonly subject: string; readonly body: object; readonly actor: Actor };

/** The services behind, with so many tasks, two on each page; who asks for a page that is not there loses the service. */
class Behind extends Services {
  asked: Asked[] = [];
  tasks: readonly TaskRow[] = [];
  pages = Number.POSITIVE_INFINITY;
  answer: object | undefined;

  override send(): Promise<never> {
    return Promise.reject(new Error('an export changes nothing'));
  }

  override ask({ subject }: { readonly subject: string }, body: object, actor: Actor): Promise<never> {
    this.asked.push({ subject, body: { ...body }, actor });
    if (this.answer) return Promise.resolve(this.answer as never);
    if (subject === ReadNames.subject)
      return Promise.resolve((actor.role === 'office' ? NAMES : { ...NAMES, people: {} }) as never);
    if (subject === ReadPolicy.subject) return Promise.resolve(POLICY as never);
    const page = Number((body as { readonly cursor?: string }).cursor ?? 0);
    if (page >= this.pages) return Promise.reject(new ServiceUnavailable('gone'));
    const rows = this.tasks.slice(page * 2, page * 2 + 2);
    const next = (page + 1) * 2 < this.tasks.length ? { next: String(page + 1) } : {};
    return Promise.resolve({ rows, ...next } as never);
  }
}

const behind = new Behind();

let app: INestApplication;
let url: string;
beforeAll(async () => {
  app = await newGateway(gatewayOf([LedgerExportController], behind, OfficerOrLead, [LedgerExport]));
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/api`;
});
afterAll(() => app.close());
beforeEach(() => {
  behind.asked = [];
  behind.tasks = [row];
  behind.pages = Number.POSITIVE_INFINITY;
  behind.answer = undefined;
});

const get = (path: string, who = 'officer', language = ''): Promise<Response> =>
  fetch(`${url}${path}`, { headers: { authorization: `Bearer ${who}`, 'accept-language': language } });

const sheetIn = async (response: Response): Promise<readonly unknown[]> =>
  readSheet(Buffer.from(await response.arrayBuffer()), { trim: false });

const linesIn = async (response: Response): Promise<readonly unknown[]> =>
  parse(Buffer.from(await response.arrayBuffer()), { bom: true });

const neutral = (cells: readonly unknown[]): readonly unknown[] =>
  cells.map((cell) => (cell === '' ? null : cell));
const headers = (language: 'en' | 'zh'): readonly string[] => COLUMNS.map(({ header }) => header[language]);
const tasks = (count: number): readonly TaskRow[] =>
  Array.from({ length: count }, (_, index) => ({ ...row, id: `task ${String(index)}` as TaskId }));

describe('the ledger is exported', () => {
  it('as a workbook that another library reads back, every value', async () => {
    const response = await get('/ledger.xlsx');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-language': 'en',
      'content-disposition': expect.stringMatching(/^attachment; filename="?Ledger-\d{4}-\d\d-\d\d\.xlsx"?$/),
      'cache-control': 'no-store',
    });
    expect(await sheetIn(response)).toEqual([headers('en'), inEnglish]);
  });

  it('as CSV, in the language that is named or accepted, and with the names that the reader may know', async () => {
    const response = await get('/ledger.csv', 'lead', 'zh-CN,zh;q=0.9');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%95%B4%E6%94%B9");
    expect(await linesIn(response)).toEqual([headers('zh'), inChinese.map(String)]);
    expect(await sheetIn(await get('/ledger.xlsx?lang=zh', 'lead'))).toEqual([
      headers('zh'),
      neutral(inChinese),
    ]);
    expect((await linesIn(await get('/ledger.csv?lang=en', 'lead', 'zh')))[0]).toEqual(headers('en'));
    for (const { actor } of behind.asked) expect(actor).toEqual(lead);
  });

  it('page after page, in an order that nothing changes, each name asked for once', async () => {
    behind.tasks = tasks(5);
    const [, ...lines] = (await linesIn(await get('/ledger.csv?stage=open&text=water'))) as string[][];
    expect(lines.map((line) => [line[0], line.at(-1)])).toEqual(
      behind.tasks.map(({ id }, index) => [String(index + 1), id]),
    );
    const pages = behind.asked.filter(({ subject }) => subject === ReadLedger.subject);
    const asked = { stage: 'open', text: 'water', sort: 'id', limit: 200 };
    expect(pages.map(({ body }) => body)).toEqual([
      asked,
      { ...asked, cursor: '1' },
      { ...asked, cursor: '2' },
    ]);
    expect(behind.asked.filter(({ subject }) => subject === ReadNames.subject)).toHaveLength(1);
  });

  it('with no line but the header when there is nothing', async () => {
    behind.tasks = [];
    expect(await sheetIn(await get('/ledger.xlsx'))).toEqual([headers('en')]);
  });

  it('not to whoever may not see it, nor by a filter or a language that does not exist', async () => {
    behind.answer = { rejected: 'not-found' };
    for (const path of ['/ledger.xlsx', '/ledger.csv']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('content-disposition')).toBeNull();
      for (const query of ['lang=fr', 'stage=shut', 'limit=5', 'cursor=x', 'sort=deadline'])
        expect((await get(`${path}?${query}`)).status).toBe(400);
    }
  });

  it.each(['/ledger.xlsx', '/ledger.csv'])(
    'never as a part that looks like the whole: %s is broken off',
    async (path) => {
      behind.tasks = tasks(6);
      behind.pages = 2;
      const response = await get(path);
      expect(response.status).toBe(200);
      await expect(response.arrayBuffer()).rejects.toThrow('terminated');
    },
  );

  it.each(['/ledger.xlsx', '/ledger.csv'])('not at all while nobody answers: %s', async (path) => {
    behind.pages = 0;
    const response = await get(path);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 503 });
  });
});
