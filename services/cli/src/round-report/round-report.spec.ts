import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { figure, issueReport, reportId, roundFacts } from '@redress/contracts/inspection/report.examples';
import { roundId } from '@redress/contracts/inspection/round.examples';
import { formTeam, teamId } from '@redress/contracts/inspection/team.examples';
import { leadUnit, today } from '@redress/contracts/rectification/people.examples';
import { type Answering, says, withServer } from '../http/server.examples.js';
import { withFile } from '../table-file/files.examples.js';
import { reportText } from './report-text.js';
import { type ReportAsked, roundReport } from './round-report.js';

const other = '0190a5c4-6666-7aaa-8aaa-0000000000b9';
const row = (id: string, status: string) => ({ id, status, title: 'A report', number: issueReport.number });
const numbers = {
  rule: 1,
  day: today,
  round: roundFacts,
  events: figure.events,
  figures: [
    figure,
    { ...figure, key: 'team-units', team: teamId },
    { ...figure, key: 'unit-visits', unit: leadUnit },
  ],
  notes: [],
};
const found = { upTo: '7', sha256: 'b'.repeat(64), numbers };
const check = { same: true, figures: 3, sameFigures: 3, changed: [], sameNotes: true, samePositions: true };

/** What a server with these reports is asked for. */
const read = async (rows: readonly object[], asked: Partial<ReportAsked> = {}) => {
  const paths: string[] = [];
  const answer: Answering = ({ url = '' }, response) => {
    const path = url.replace('/api', '').replace(`/rounds/${roundId}`, '');
    if (path === '/me') {
      says(response, 200, { actor: { role: 'auditor' } });
      return;
    }
    paths.push(path);
    if (path.startsWith('/reports?')) says(response, 200, { rows });
    else if (path.endsWith('/check')) says(response, 200, check);
    else if (path.includes('report.')) response.end(path);
    else says(response, 200, found);
  };
  const report = await withServer(answer, (url) =>
    roundReport({ round: roundId, ...asked }, { url, token: 't', data: 'none' }),
  );
  return { paths: paths.slice(1), report };
};

describe('the report of a round', () => {
  it('is the last that was issued, or else the last draft, or what the log has now', async () => {
    const rows = [row(other, 'drafted'), row(reportId, 'issued')];
    expect((await read(rows)).paths).toEqual([`/reports/${reportId}/figures`]);
    expect((await read(rows, { report: other })).paths).toEqual([`/reports/${other}/figures`]);
    expect((await read(rows.slice(0, 1))).paths).toEqual([`/reports/${other}/figures`]);
    expect((await read([])).paths).toEqual(['/figures']);
    await expect(read(rows, { report: roundId })).rejects.toThrow('has no report');
  });

  it('is written into new files, in a language', () =>
    withFile('', async (file) => {
      const [docx, html] = [`${file}.docx`, `${file}.html`];
      const asked = { docx, html, language: 'zh' };
      await read([row(reportId, 'issued')], asked);
      expect(readFileSync(docx, 'utf8')).toBe(`/reports/${reportId}/report.docx?language=zh`);
      expect(readFileSync(html, 'utf8')).toBe(`/reports/${reportId}/report.html?language=zh`);
      await expect(read([], { docx })).rejects.toThrow('EEXIST');
      expect(readFileSync(docx, 'utf8')).toContain(reportId);
    }));

  it('is not half written, nor asked for in vain', async () => {
    const settings = { url: 'http://127.0.0.1:1', token: 't', data: 'none' };
    await expect(roundReport({ round: 'x' }, settings)).rejects.toThrow('not the id of a round');
    await expect(roundReport({ round: roundId, report: 'x' }, settings)).rejects.toThrow(
      'not the id of a report',
    );
    await expect(roundReport({ round: roundId, language: 'fr' }, settings)).rejects.toThrow(
      'neither zh nor en',
    );
    await withFile('', async (file) => {
      const docx = `${file}.docx`;
      const broken: Answering = ({ url = '' }, response) => {
        if (url.endsWith('/me')) says(response, 200, { actor: { role: 'auditor' } });
        else if (url.includes('reports?')) says(response, 200, { rows: [] });
        else if (url.includes('report.docx')) {
          response.writeHead(200, { 'content-length': 100 }).write('PK');
          response.socket?.destroySoon();
        } else says(response, 200, found);
      };
      const reading = withServer(broken, (url) =>
        roundReport({ round: roundId, docx }, { ...settings, url }),
      );
      await expect(reading).rejects.toThrow(docx);
      expect(existsSync(docx)).toBe(false);
    });
  });

  it('is checked when it was issued', async () => {
    const { paths, report } = await read([row(reportId, 'issued')], { check: true });
    expect(paths).toContain(`/reports/${reportId}/check`);
    expect(report.check).toEqual(check);
    expect((await read([row(reportId, 'drafted')], { check: true })).report).not.toHaveProperty('check');
  });

  it('is told with where each figure comes from, but those of single units', async () => {
    const { report } = await read([row(reportId, 'issued')], { check: true });
    const { from, to } = figure.events;
    expect(reportText(report).split('\n')).toEqual([
      `第一轮督查, 2026-03-01 to 2026-03-31: A report, ${issueReport.number}.`,
      `Counted for ${today} up to 7 by rule 1; SHA-256 ${found.sha256}.`,
      '',
      expect.stringMatching(/^figure +value +events +from +to$/),
      expect.stringMatching(new RegExp(`^units-in-scope +2 +2 +${from} +${to}$`)),
      expect.stringMatching(new RegExp(`^team-units ${formTeam.name} +2 +2 `)),
      '',
      'The same comes out of the log: all 3 figures.',
    ]);
  });

  it('tells what comes out otherwise', async () => {
    const { report } = await read([row(reportId, 'issued')], { check: true });
    const changed = [{ issued: figure, counted: { ...figure, value: 3 } }, { issued: figure }];
    const text = reportText({
      ...report,
      check: { ...check, same: false, sameFigures: 1, changed, sameNotes: false } as never,
    });
    expect(text.split('\n').slice(-3)).toEqual([
      'Something else comes out of the log: 1 of 3 figures are the same. What is told in words differs as well.',
      'units-in-scope: 2 then, 3 now',
      'units-in-scope: 2 then, none now',
    ]);
    const moved = reportText({ ...report, check: { ...check, samePositions: false } as never });
    expect(moved).toContain('at other positions than then');
  });
});
