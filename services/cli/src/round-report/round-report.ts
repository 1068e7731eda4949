import { open, rm } from 'node:fs/promises';
import type { ReportCheck, ReportRow } from '@redress/contracts/inspection/read-report';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import { headersFor } from '../http/credential.js';
import { Refusal, refusalIn } from '../http/refusal.js';
import { tokenFor } from '../read-history/read-history.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

export type ReportAsked = {
  readonly round: string;
  /** Which report; the last that was issued, or else drafted, unless it is named. */
  readonly report?: string | undefined;
  readonly docx?: string | undefined;
  readonly html?: string | undefined;
  readonly language?: string | undefined;
  readonly check?: boolean | undefined;
};

/** The numbers of a round, of a report of it when there is one, and whether they come out of the log again. */
export type RoundReport = {
  readonly report?: ReportRow;
  readonly upTo: string;
  readonly sha256: string;
  readonly numbers: ReportNumbers;
  readonly check?: ReportCheck;
};

type Found = Omit<RoundReport, 'report' | 'check'>;

/** Reads the report of a round, and writes it into new files. @throws Trouble when there is none, or not all of it came */
export const roundReport = async (asked: ReportAsked, settings: Settings): Promise<RoundReport> => {
  const { round, docx, html, language } = asked;
  if (!isId(round)) throw new Trouble(`"${round}" is not the id of a round`);
  if (asked.report !== undefined && !isId(asked.report))
    throw new Trouble(`"${asked.report}" is not the id of a report`);
  if (language !== undefined && language !== 'zh' && language !== 'en')
    throw new Trouble(`"${language}" is neither zh nor en`);
  const signedIn = await signIn(settings);
  const token = await tokenFor(signedIn);
  const ask = <Reply>(path: string): Promise<Reply> => signedIn.api.ask<Reply>({ path, token });
  try {
    const { rows } = await ask<{ rows: readonly ReportRow[] }>(`/rounds/${round}/reports?limit=200`);
    const report = chosen(rows, asked.report);
    const path = report ? `/rounds/${round}/reports/${report.id}` : `/rounds/${round}`;
    const found = await ask<Found>(`${path}/figures`);
    const isChecked = asked.check === true && report?.status === 'issued';
    const check = isChecked ? await ask<ReportCheck>(`${path}/check`) : undefined;
    const query = language === undefined ? '' : `?language=${language}`;
    const document = `${signedIn.api.url}/api${path}/report`;
    if (docx !== undefined) await written(`${document}.docx${query}`, token, docx);
    if (html !== undefined) await written(`${document}.html${query}`, token, html);
    return { ...(report && { report }), ...found, ...(check && { check }) };
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`${round}: ${error.message}`) : error;
  }
};

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

const chosen = (rows: readonly ReportRow[], id: string | undefined): ReportRow | undefined => {
  if (id === undefined) return rows.find(({ status }) => status === 'issued') ?? rows[0];
  const named = rows.find((row) => row.id === id);
  if (!named) throw new Trouble(`the round has no report ${id}`);
  return named;
};

/** What comes from there, into a new file; a part is not left behind. */
const written = async (url: string, token: string, path: string): Promise<void> => {
  const response = await fetch(url, { headers: headersFor(token) });
  if (!response.ok || !response.body)
    throw new Trouble(refusalIn({ status: response.status, text: await response.text() }).message);
  const file = await open(path, 'wx').catch((error: unknown) => {
    throw new Trouble(`${path}: ${String(error)}`);
  });
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) await file.writeFile(chunk);
  } catch (error) {
    await rm(path, { force: true });
    throw new Trouble(`${path}: ${String(error)}`);
  } finally {
    await file.close();
  }
};
