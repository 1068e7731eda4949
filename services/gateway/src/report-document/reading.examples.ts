import type { Actor } from '@redress/contracts/envelope';
import { checklistId, minutesKept } from '@redress/contracts/inspection/checklist.examples';
import { findingId, words } from '@redress/contracts/inspection/finding-commands.examples';
import { overrideId, overrideRecusal } from '@redress/contracts/inspection/interest.examples';
import { practiceId } from '@redress/contracts/inspection/practice.examples';
import type { ReportText } from '@redress/contracts/inspection/read-report';
import {
  draftReport,
  draftSha256,
  issueReport,
  numbersSha256,
  roundFacts,
} from '@redress/contracts/inspection/report.examples';
import type { EventSpan, Figure, ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import { FIGURE_KEYS, type FigureKey } from '@redress/contracts/inspection/report-words';
import { otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import { visitId } from '@redress/contracts/inspection/visit.examples';
import { ITEM_RESULTS, VISIT_KINDS } from '@redress/contracts/inspection/visit-words';
import {
  auditor,
  inspector,
  leadUnit,
  officer,
  strangeUnit,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { MessageId, Position } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import type { Language } from '@redress/edge/texts/text';
import { KnownNames } from '../names/known-names.js';
import { ReportReading } from './reading.js';

const event = (place: number): string => `0190a5c4-9999-7aaa-8aaa-${String(place).padStart(12, '0')}`;
const span = (from: number, to: number): EventSpan => ({
  from: String(from).padStart(16, '0') as Position,
  to: String(to).padStart(16, '0') as Position,
  count: to - from + 1,
  types: ['VisitSubmitted'],
  first: event(from) as MessageId,
  last: event(to) as MessageId,
});

const OF: Partial<Record<FigureKey, readonly Partial<Figure>[]>> = {
  'team-units': [{ team: teamId }, { team: otherTeam }, {}],
  'team-seen': [{ team: teamId }, { team: otherTeam }, {}],
  'unit-visits': [{ unit: leadUnit }, { unit: supportingUnit, value: 0 }, { unit: strangeUnit, value: 0 }],
  'unit-failed': [{ unit: leadUnit }],
  visits: VISIT_KINDS.map((kind) => ({ kind })),
  items: ITEM_RESULTS.map((result) => ({ result })),
  'checklist-visits': [{ checklistId, checklistVersion: 1 }],
  'item-failed': [{ checklistId, itemId: minutesKept.itemId, text: minutesKept.text }],
  'findings-of-severity': [{ severity: 'ordinary' }, { severity: 'grave' }],
  'unit-findings': [
    { unit: leadUnit, severity: 'ordinary' },
    { unit: leadUnit, severity: 'grave' },
    { unit: strangeUnit, severity: 'grave' },
  ],
  'findings-on-basis': [{ basis: words.basis }],
};

let place = 0;
/** Each figure another one: from 1 on, in their order. */
const figures: readonly Figure[] = FIGURE_KEYS.flatMap((key) =>
  (OF[key] ?? [{}]).map((of) => {
    place += 1;
    return { key, value: place, ...of, events: span(place, place + 2) };
  }),
);

export const NAMES = {
  units: {
    [leadUnit]: '<script>alert("后勤处")</script>',
    [supportingUnit]: '=HYPERLINK("http://x","图书馆")',
    [strangeUnit]: '财务处\u202E与"其他"',
  },
  people: { [officer.person]: '赵敏', [inspector.person]: '孙&立' },
};

export const numbers: ReportNumbers = {
  rule: 1,
  day: today,
  round: { ...roundFacts, teams: [...roundFacts.teams, { team: otherTeam, name: '督查二组' }] },
  events: span(1, 99),
  figures,
  notes: [
    {
      kind: 'failed-item',
      text: '缺 1—3 月记录',
      unit: leadUnit,
      visitId,
      checklistId,
      itemId: minutesKept.itemId,
      events: span(8, 8),
    },
    {
      kind: 'finding',
      text: words.fact,
      basis: words.basis,
      unit: leadUnit,
      visitId,
      findingId,
      events: span(9, 9),
    },
    {
      kind: 'good-practice',
      text: '学习笔记每周互评',
      unit: strangeUnit,
      visitId,
      practiceId,
      events: span(10, 10),
    },
    {
      kind: 'override',
      text: overrideRecusal.reason,
      unit: leadUnit,
      overrideId,
      person: inspector.person,
      from: overrideRecusal.from,
      until: overrideRecusal.until,
      events: span(4, 4),
    },
  ],
};

export const report: ReportText = {
  id: draftReport.reportId,
  roundId: draftReport.roundId,
  status: 'issued',
  title: draftReport.title,
  issuer: draftReport.issuer,
  addressees: draftReport.addressees,
  summary: '本轮督查覆盖全部单位。\n重点查看 <学习记录>。',
  assessment: draftReport.assessment,
  requirements: draftReport.requirements,
  signatures: [
    { person: officer.person, on: today },
    { person: inspector.person, on: today },
  ],
  number: issueReport.number,
  issuedOn: today,
  upTo: numbers.events.to,
  day: today,
  rule: 1,
  sha256: draftSha256,
  numbersSha256,
  revision: 5,
};

export const severities = [
  { name: 'ordinary', en: 'Ordinary', zh: '一般' },
  { name: 'grave', en: 'Grave', zh: '严重' },
];

/** A directory that tells these names, and nothing else. */
class Names extends Services {
  override send(): Promise<never> {
    return Promise.reject(new Error('a document changes nothing'));
  }

  override ask(_: object, __: object, { role }: Actor): Promise<never> {
    return Promise.resolve((role === 'unit' ? { ...NAMES, people: {} } : NAMES) as never);
  }
}

/** What a document is made of, for a reader. */
export const readingIn = async (
  language: Language,
  change: Partial<ReportText> | 'counted' = {},
  reader: Actor = auditor,
): Promise<ReportReading> => {
  const names = new KnownNames(new Names(), reader);
  await names.learn([leadUnit, supportingUnit, strangeUnit], [officer.person, inspector.person]);
  const words = change === 'counted' ? undefined : { ...report, ...change };
  return new ReportReading({ language, numbers, sha256: numbersSha256, report: words, names, severities });
};
