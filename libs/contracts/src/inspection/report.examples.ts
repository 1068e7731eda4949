import { inspector, leadingGroup, leadUnit, officer, today } from '../rectification/people.examples.js';
import type { MessageId, Position, ReportId, Sha256 } from '../values.js';
import { checklistId, publishChecklist } from './checklist.examples.js';
import type { Counted, ReportEvent } from './report.events.js';
import type { Figure, ReportNote } from './report-numbers.js';
import { planRound, roundId } from './round.examples.js';
import { formTeam, teamId } from './team.examples.js';
import type { CirculateReport, DraftReport, IssueReport, SignReport } from './write-report.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const reportId = '0190a5c4-6666-7aaa-8aaa-0000000000b1' as ReportId;
const sha = (digit: string): Sha256 => digit.repeat(64) as Sha256;
export const draftSha256 = sha('a');
export const numbersSha256 = sha('b');
export const otherSha256 = sha('c');

const texts = {
  title: '关于第一轮督查情况的专报',
  issuer: '督查工作领导小组办公室',
  addressees: '领导小组各成员',
  summary: '本轮督查覆盖全部单位。',
  assessment: '总体情况良好。',
  requirements: '限期整改。',
  signatories: [officer.person, inspector.person],
};
const ref = { reportId, roundId };
export const draftReport = { ...ref, ...texts } satisfies DraftReport;
export const signReport = { ...ref, sha256: draftSha256 } satisfies SignReport;
export const issueReport = { ...ref, number: '督查专报〔2026〕1号' } satisfies IssueReport;
export const circulateReport = { ...ref, units: [leadUnit] } satisfies CirculateReport;

const events: Figure['events'] = {
  from: '0000000000000002' as Position,
  to: '0000000000000012' as Position,
  count: 2,
  types: ['RoundPlanned', 'RoundScoped'],
  first: '0190a5c4-9999-7aaa-8aaa-000000000002' as MessageId,
  last: '0190a5c4-9999-7aaa-8aaa-000000000012' as MessageId,
};
export const counted: Counted = {
  upTo: '0000000000000022' as Position,
  day: today,
  rule: 1,
  events: { ...events },
  numbersSha256,
};
export const figure: Figure = { key: 'units-in-scope', value: 2, events };
export const note: ReportNote = { kind: 'good-practice', text: '学习笔记每周互评', unit: leadUnit, events };
export const roundFacts = {
  roundId,
  title: planRound.title,
  from: planRound.from,
  until: planRound.until,
  checklists: [{ checklistId, version: 1, title: publishChecklist.title }],
  teams: [{ team: teamId, name: formTeam.name }],
};

type Of<Type extends ReportEvent['type']> = Extract<ReportEvent, { type: Type }>;

export const reportDrafted: Of<'ReportDrafted'> = {
  type: 'ReportDrafted',
  data: { ...ref, ...texts, ...counted, sha256: draftSha256 },
};
export const signedByOffice: Of<'ReportSigned'> = {
  type: 'ReportSigned',
  data: { ...signReport, by: officer.person, on: today },
};
export const signedByHead: Of<'ReportSigned'> = {
  type: 'ReportSigned',
  data: { ...signReport, by: inspector.person, on: today },
};
export const numbersPinned: Of<'ReportNumbersPinned'> = {
  type: 'ReportNumbersPinned',
  data: { ...ref, part: 1, parts: 1, figures: [figure], notes: [note] },
};
export const reportIssued: Of<'ReportIssued'> = {
  type: 'ReportIssued',
  data: {
    ...ref,
    ...counted,
    number: issueReport.number,
    on: today,
    sha256: draftSha256,
    by: officer.person,
    round: roundFacts,
  },
};
export const reportCirculated: Of<'ReportCirculated'> = {
  type: 'ReportCirculated',
  data: { ...ref, units: [leadUnit] },
};
/** Who reads all, and is not named to sign. */
export const bystander = leadingGroup;

// Total: an event without an example does not compile.
export const reportExamples: { readonly [E in ReportEvent as E['type']]: E } = {
  ReportDrafted: reportDrafted,
  ReportSigned: signedByHead,
  ReportNumbersPinned: numbersPinned,
  ReportIssued: reportIssued,
  ReportCirculated: reportCirculated,
};
