import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { ReadNames } from '@redress/contracts/directory/names';
import type { Actor } from '@redress/contracts/envelope';
import {
  type NumbersPage,
  ReadReport,
  ReadReportNumbers,
  ReadRoundNumbers,
} from '@redress/contracts/inspection/read-report';
import { numbersSha256 } from '@redress/contracts/inspection/report.examples';
import { ReadPolicy } from '@redress/contracts/rectification/read-policy';
import { officer } from '@redress/contracts/rectification/people.examples';
import { Services } from '@redress/edge/services';
import { newGateway } from '../gateway.js';
import { gatewayOf, OfficerOrLead } from '../http/routes.examples.js';
import { RoundReports } from '../reports/round-reports.js';
import { NAMES, numbers, report, severities } from './reading.examples.js';
import { ReportDocumentController } from './report-document.controller.js';
import { ReportDocuments } from './report-documents.js';
import { paragraphsIn, partsOf } from './unzipped.examples.js';

type Asked = { readonly subject: string; readonly body: object; readonly actor: Actor };

/** The services behind; numbers come in two pages. */
class Behind extends Services {
  asked: Asked[] = [];
  answer: object | undefined;

  override send(): Promise<never> {
    return Promise.reject(new Error('a document changes nothing'));
  }

  override ask({ subject }: { readonly subject: string }, body: object, actor: Actor): Promise<never> {
    this.asked.push({ subject, body: { ...body }, actor });
    return Promise.resolve((this.answer ?? this.told(subject, body)) as never);
  }

  private told(subject: string, body: object): object {
    if (subject === ReadNames.subject) return NAMES;
    if (subject === ReadPolicy.subject) return { severities };
    if (subject === ReadReport.subject) return report;
    const half = Math.ceil(numbers.figures.length / 2);
    const page = { upTo: report.upTo, sha256: numbersSha256 };
    return 'cursor' in body
      ? ({ ...page, numbers: { ...numbers, figures: numbers.figures.slice(half) } } satisfies NumbersPage)
      : { ...page, numbers: { ...numbers, figures: numbers.figures.slice(0, half), notes: [] }, next: 1 };
  }
}

const behind = new Behind();

let app: INestApplication;
let url: string;
beforeAll(async () => {
  app = await newGateway(
    gatewayOf([ReportDocumentController], behind, OfficerOrLead, [RoundReports, ReportDocuments]),
  );
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/api/rounds/${report.roundId}`;
});
afterAll(() => app.close());
beforeEach(() => {
  behind.asked = [];
  behind.answer = undefined;
});

const get = (path: string, language = ''): Promise<Response> =>
  fetch(`${url}${path}`, { headers: { authorization: 'Bearer officer', 'accept-language': language } });
const ofReport = `/reports/${report.id}/report`;

describe('a report is taken away', () => {
  it('as a Word document with all its figures, which is saved and not shown within the site', async () => {
    const response = await get(`${ofReport}.docx`, 'zh-CN,zh;q=0.9');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-language': 'zh',
      'content-disposition': expect.stringMatching(/^attachment; filename=/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
    });
    const parts = await partsOf(new Uint8Array(await response.arrayBuffer()));
    const written = paragraphsIn(parts.get('word/document.xml') ?? '');
    expect(written).toContain('附件：数据来源');
    expect(written.join()).toContain('利害关系申报56[');
  });

  it('as a page, in the language that is named or accepted', async () => {
    const response = await get(`${ofReport}.html?language=en`, 'zh');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-language')).toBe('en');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(await response.text()).toContain('Annex: where the figures come from');
  });

  it('with the names that the reader may know, each asked for once', async () => {
    await get(`${ofReport}.html`);
    expect(behind.asked.filter(({ subject }) => subject === ReadNames.subject)).toHaveLength(1);
    for (const { actor } of behind.asked) expect(actor).toEqual(officer);
    const pages = behind.asked.filter(({ subject }) => subject === ReadReportNumbers.subject);
    expect(pages.map(({ body }) => body)).toMatchObject([{ reportId: report.id }, { cursor: 1 }]);
  });

  it('before anybody wrote it, as far as the figures go, all of one moment', async () => {
    for (const ending of ['docx', 'html']) expect((await get(`/report.${ending}`)).status).toBe(200);
    const pages = behind.asked.filter(({ subject }) => subject === ReadRoundNumbers.subject);
    expect(pages[1]?.body).toMatchObject({ upTo: report.upTo, day: numbers.day, cursor: 1 });
  });

  it('not by who may not see it, nor in a language that nobody speaks here', async () => {
    expect((await get(`${ofReport}.docx?language=fr`)).status).toBe(400);
    behind.answer = { rejected: 'not-found' };
    for (const path of [`${ofReport}.docx`, `${ofReport}.html`, '/report.docx', '/report.html']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('content-disposition')).toBeNull();
    }
  });
});
