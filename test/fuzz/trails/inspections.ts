import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { auditor, checker, chief, lead, member, office, type Step, type Trail } from '../trail.js';

const { title, sections } = publishChecklist;

const FROM = '2026-01-01';
const has = (who: typeof office, operation: string, person: string, part: string): Step =>
  who(operation, { at: { person }, body: { part, from: FROM } });
const inTeam = (person: string, part: string): Step => has(office, 'teamParts.join', person, part);

const teamed: readonly Step[] = [
  office('checklists.publish', { body: { title, sections } }),
  office('teams.form', { body: { from: FROM } }),
  inTeam('$person:chief', 'head'),
  inTeam('$person:member', 'member'),
  office('teamParts.pair', { at: { unit: '$unit:lead' }, body: { from: FROM } }),
];

const inRound: readonly Step[] = [
  ...teamed,
  office('rounds.plan', {
    body: {
      from: FROM,
      until: '2099-12-31',
      checklistId: '$checklistId',
      checklistVersion: 1,
      units: ['$unit:lead', '$unit:helper'],
    },
  }),
  office('visits.plan', {
    body: { unit: '$unit:lead', kind: 'scheduled', on: '$day:0', roundId: '$roundId', teamId: '$teamId' },
  }),
  chief('visits.name', { body: { inspectors: ['$person:chief', '$person:member'] } }),
];

const ANSWERS = {
  minutes: { judgement: 'fails' },
  register: { leftOut: 'The cupboard was locked' },
  hours: { number: 41 },
  'who-leads': { choice: 'head' },
  'what-else': { text: '窗台有灰' },
} as const;
const filled: readonly Step[] = [
  ...inRound,
  member('fillingIn.open'),
  ...Object.entries(ANSWERS).map(([itemId, answer]) =>
    member('fillingIn.answer', { at: { itemId }, body: { entryId: `$at-${itemId}`, answer } }),
  ),
  member('fillingIn.met', { at: { entryId: '$met' } }),
];
const submitted: readonly Step[] = [...filled, chief('fillingIn.sign'), member('fillingIn.submit')];

/** What the unit says of itself. */
const selfChecked: readonly Step[] = [
  lead('visits.plan', {
    at: { visitId: '$own' },
    body: { unit: '$unit:lead', kind: 'self-check', on: '$day:0', roundId: '$roundId' },
  }),
  lead('fillingIn.open', { at: { visitId: '$own' } }),
  ...Object.entries(ANSWERS).map(([itemId, answer]) =>
    lead('fillingIn.answer', {
      at: { visitId: '$own', itemId },
      body: { entryId: `$own-${itemId}`, answer },
    }),
  ),
  lead('fillingIn.sign', { at: { visitId: '$own' } }),
  lead('fillingIn.submit', { at: { visitId: '$own' } }),
];

const words = { severity: 'ordinary', restsOn: [], files: [] };
const recorded = (findingId: string): Step =>
  member('findings.record', { at: { findingId }, body: { visitId: '$visitId', ...words } });

export const INSPECTIONS: readonly Trail[] = [
  {
    name: 'a team is formed, changed and dissolved',
    steps: [
      ...teamed,
      office('teamParts.station', {
        at: { unit: '$unit:lead', person: '$person:member' },
        body: { from: FROM },
        patiently: true,
      }),
      office('teams.list'),
      office('teams.see'),
      office('teamParts.withdraw', {
        at: { unit: '$unit:lead', person: '$person:member' },
        body: { until: '$day:0' },
      }),
      office('teamParts.unpair', { at: { unit: '$unit:lead' }, body: { until: '$day:0' } }),
      office('teamParts.leave', { at: { person: '$person:member' }, body: { until: '$day:0' } }),
      office('teams.dissolve', { body: { until: '$day:0' } }),
    ],
  },
  {
    name: 'a visit is moved, missed and cancelled',
    steps: [
      ...inRound,
      chief('visits.move', { body: { on: '$day:3' } }),
      chief('visits.cancel'),
      office('visits.plan', {
        at: { visitId: '$missed' },
        body: {
          unit: '$unit:lead',
          kind: 'unscheduled',
          on: '$day:0',
          roundId: '$roundId',
          teamId: '$teamId',
        },
      }),
      chief('visits.miss', { at: { visitId: '$missed' } }),
      office('rounds.rescope', {
        at: { entryId: '$rescoping' },
        body: { added: ['$unit:stranger'], removed: ['$unit:helper'] },
      }),
      office('rounds.list'),
      office('rounds.read'),
      office('rounds.coverage'),
      office('rounds.close'),
    ],
  },
  {
    name: 'a visit is filled in, submitted and given back',
    steps: [
      ...submitted,
      lead('visits.read', { patiently: true }),
      office('visits.list'),
      office('visits.entries'),
      ...selfChecked,
      lead('visits.compare', {
        query: { unit: '$unit:lead', checklistId: '$checklistId', checklistVersion: '1' },
        patiently: true,
      }),
      office('recusal.acts', { query: { of: 'round', id: '$roundId' } }),
      office('checklists.list'),
      office('checklists.see'),
      member('goodPractices.note'),
      office('goodPractices.list'),
      member('goodPractices.withdraw'),
      office('fillingIn.reopen', { at: { entryId: '$back' } }),
      member('fillingIn.batch', {
        body: { entries: [{ entryId: '$late', at: '$now', met: { name: '王老师' } }] },
      }),
    ],
  },
  {
    name: 'findings are recorded, changed, joined, split and withdrawn',
    steps: [
      ...filled,
      member('uploads.putFile', {
        at: { uploadId: '$whole' },
        query: { name: 'b.txt' },
        bytes: 'Seen there\n',
        keeps: { sha256: 'sha256' },
      }),
      member('findings.record', {
        body: { visitId: '$visitId', ...words, files: [{ sha256: '$sha256', name: 'b.txt' }] },
      }),
      member('findings.file', { at: { sha256: '$sha256' }, patiently: true }),
      member('fillingIn.answer', {
        at: { itemId: 'register' },
        body: {
          entryId: '$photo',
          answer: { leftOut: 'No picture' },
          files: [{ sha256: '$sha256', name: 'b.txt' }],
        },
      }),
      member('visits.file', { at: { sha256: '$sha256' }, patiently: true }),
      member('findings.change', { at: { entryId: '$change' }, body: words }),
      recorded('$second'),
      member('findings.join', {
        at: { findingId: '$second', entryId: '$joining' },
        body: { into: '$findingId' },
      }),
      member('findings.part', { at: { findingId: '$second', entryId: '$joining' }, patiently: true }),
      // The other finding hears a moment later that it is on its own again.
      member('findings.split', {
        patiently: true,
        at: { findingId: '$second', entryId: '$splitting' },
        body: {
          newFindingId: '$third',
          left: { fact: 'No minutes', basis: 'Rule 18', ...words },
          part: { fact: 'No plan', basis: 'Rule 19', ...words },
        },
      }),
      member('findings.withdraw', { at: { findingId: '$second', entryId: '$withdrawal' } }),
      office('findings.list'),
      office('findings.count'),
    ],
  },
  {
    name: 'a finding is told, commented and issued',
    steps: [
      ...filled,
      recorded('$findingId'),
      chief('fillingIn.sign'),
      member('fillingIn.submit'),
      member('issuing.communicate'),
      lead('issuing.comment', { at: { entryId: '$comment' } }),
      lead('findings.read', { patiently: true }),
      chief('issuing.issue', {
        at: { entryId: '$issuing' },
        body: { topic: 'records', leadUnit: '$unit:lead', supportingUnits: [], taskType: 'time-bound' },
      }),
    ],
  },
  {
    name: 'a round is reported',
    steps: [
      ...submitted,
      auditor('reports.figures', { patiently: true }),
      office('reportDocument.roundHtml'),
      office('reportDocument.roundDocx'),
      office('reports.draft', { body: { signatories: ['$person:office', '$person:chief'] } }),
      auditor('reports.read', { patiently: true, keeps: { sha256: 'sha256' } }),
      office('reports.sign', { body: { sha256: '$sha256' } }),
      chief('reports.sign', { body: { sha256: '$sha256' } }),
      office('reports.issue'),
      office('reports.circulate', { body: { units: ['$unit:lead'] } }),
      lead('reports.list'),
      lead('reportDocument.reportHtml', { patiently: true }),
      auditor('reports.numbers'),
      auditor('reports.check'),
      auditor('reportDocument.reportDocx'),
      auditor('reportDocument.reportHtml'),
    ],
  },
  {
    name: 'an interest is declared, and is in nobody’s way',
    steps: [
      checker('interests.declare', {
        at: { person: '$person:checker' },
        body: { unit: '$unit:stranger', from: FROM },
      }),
      office('recusal.check', {
        query: { person: '$person:checker', unit: '$unit:stranger' },
        patiently: true,
      }),
      office('recusal.override', {
        at: { person: '$person:checker' },
        body: { unit: '$unit:stranger', from: '$day:0', until: '$day:20' },
        patiently: true,
      }),
      office('recusal.list'),
      office('recusal.end', { at: { person: '$person:checker' }, body: { until: '$day:0' } }),
      office('interests.list'),
      checker('interests.end', { at: { person: '$person:checker' }, body: { until: '$day:0' } }),
    ],
  },
];
