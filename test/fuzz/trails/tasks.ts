import {
  anybody,
  checker,
  chief,
  clerk,
  lead,
  leading,
  office,
  scribe,
  type Step,
  type Trail,
} from '../trail.js';
import { listed } from './opinions.js';

const assigned: readonly Step[] = [
  ...listed('opinion', 'issue'),
  office('tasks.assign', {
    body: {
      issues: ['$issue'],
      leadUnit: '$unit:lead',
      supportingUnits: ['$unit:helper'],
      taskType: 'time-bound',
      deadline: '$day:20',
    },
    patiently: true,
  }),
  lead('tasks.read', { patiently: true }),
];

const measures = [
  { measureId: '$measure', what: 'Heat it', person: '$person:lead', due: '$day:15', criterion: '60 degrees' },
];
const planned: readonly Step[] = [
  ...assigned,
  lead('work.accept', { body: { responsible: '$person:lead' } }),
  lead('work.plan', { body: { measures } }),
];
const worked: readonly Step[] = [
  ...planned,
  lead('work.report', { at: { entryId: '$report' }, body: { done: ['$measure'] } }),
  lead('attachments.attach', { at: { entryId: '$evidence' } }),
];
const requested = (who: typeof lead, entryId: string): Step =>
  who('closeOut.request', { at: { entryId }, body: { unfinished: [] } });
const verified: readonly Step[] = [
  ...worked,
  requested(lead, '$closeOut'),
  checker('closeOut.verify', { at: { entryId: '$closeOut' }, body: { on: '$day:0' } }),
];

export const TASKS: readonly Trail[] = [
  {
    name: 'a task is returned, and assigned anew',
    steps: [
      ...assigned,
      lead('returns.giveBack', { at: { entryId: '$return' } }),
      office('returns.reassign', {
        at: { entryId: '$again' },
        body: { leadUnit: '$unit:helper', supportingUnits: ['$unit:lead'] },
      }),
    ],
  },
  {
    name: 'a plan changes',
    steps: [
      ...planned,
      lead('changes.changeMeasures', {
        at: { entryId: '$change' },
        body: { measures: measures.map((one) => ({ ...one, due: '$day:10' })) },
      }),
      lead('changes.nameResponsible', { at: { entryId: '$naming' }, body: { responsible: '$person:clerk' } }),
      office('reminders.remind', { at: { entryId: '$reminder' } }),
      office('ledger.list'),
      lead('ledger.count'),
      lead('ledger.due'),
      lead('ledgerExport.csv'),
      office('ledgerExport.xlsx'),
      lead('explanations.deadline'),
    ],
  },
  {
    name: 'more time is granted, and refused',
    steps: [
      ...assigned,
      lead('extensions.request', { body: { until: '$day:25' } }),
      office('extensions.grant'),
      lead('extensions.request', { at: { extensionId: '$second' }, body: { until: '$day:28' } }),
      office('extensions.refuse', { at: { extensionId: '$second' } }),
      office('extensionDesk.list'),
    ],
  },
  {
    name: 'a close-out is rejected, then signed',
    steps: [
      ...worked,
      requested(lead, '$first'),
      chief('closeOut.reject', { at: { entryId: '$first' } }),
      requested(clerk, '$closeOut'),
      lead('closeOut.sign', { at: { entryId: '$closeOut' } }),
      checker('closeOutDesk.list'),
    ],
  },
  {
    name: 'a task is shown to the public',
    steps: [
      ...verified,
      office('publishing.publish', { at: { entryId: '$closeOut' } }),
      anybody('notices.read', { patiently: true }),
      anybody('notices.list'),
      anybody('notices.object', { at: { objectionId: '$objection' } }),
      anybody('notices.follow', { at: { objectionId: '$objection' }, patiently: true }),
      office('publishing.answer', { at: { objectionId: '$objection' }, body: { upheld: false } }),
    ],
  },
  {
    name: 'a task is closed, looked at and reopened',
    steps: [
      ...verified,
      office('publishing.skip', { at: { entryId: '$closeOut' }, body: { ground: 'secrecy' } }),
      office('closeOut.close', { body: { entryId: '$closeOut' } }),
      anybody('receipts.appraise', { at: { receipt: '$opinionReceipt' }, patiently: true }),
      office('lookBacks.list'),
      checker('lookBacks.record', { at: { entryId: '$look' }, body: { on: '$day:0' } }),
      office('closeOut.reopen', { body: { deadline: '$day:30' } }),
    ],
  },
  {
    name: 'cards are drawn, answered and appealed',
    steps: [
      ...assigned,
      office('cards.draw', { at: { cardId: '$card' }, body: { colour: 'yellow' } }),
      lead('cards.answer', { at: { cardId: '$card' } }),
      lead('cards.appeal', { at: { cardId: '$card' } }),
      office('appealDesk.list'),
      scribe('cards.decide', { at: { cardId: '$card' }, body: { upheld: false } }),
      lead('explanations.card', { at: { cardId: '$card' }, patiently: true }),
    ],
  },
  {
    name: 'steps are taken after a red card',
    steps: [
      ...assigned,
      office('cards.draw', { at: { cardId: '$card' }, body: { colour: 'red' } }),
      office('escalations.propose', { at: { entryId: '$talk' }, body: { kind: 'formal-talk' } }),
      leading('escalations.approve', { at: { entryId: '$talk' } }),
      office('escalations.carryOut', { at: { entryId: '$talk' }, body: { on: '$day:0' } }),
      office('escalations.propose', { at: { entryId: '$circular' }, body: { kind: 'circular' } }),
      leading('escalations.refuse', { at: { entryId: '$circular' } }),
      leading('escalationDesk.list'),
    ],
  },
  {
    name: 'a task is contested',
    steps: [
      ...assigned,
      lead('reviews.request', { at: { entryId: '$review' } }),
      leading('reviewDesk.list'),
      leading('reviews.answer', { at: { entryId: '$review' }, body: { outcome: 'upheld' } }),
    ],
  },
  {
    name: 'a file is sent, attached and fetched',
    steps: [
      ...planned,
      lead('uploads.begin', { at: { uploadId: '$upload' }, body: { name: 'note.txt' } }),
      lead('uploads.putPart', { at: { uploadId: '$upload', part: '1' }, bytes: '64 degrees at 13:00\n' }),
      lead('uploads.read', { at: { uploadId: '$upload' } }),
      lead('uploads.finish', { at: { uploadId: '$upload' }, keeps: { sha256: 'sha256' } }),
      lead('attachments.attach', {
        at: { entryId: '$evidence' },
        body: { file: { sha256: '$sha256', name: 'note.txt' } },
      }),
      lead('evidence.read', { at: { sha256: '$sha256' }, query: { task: '$taskId' }, patiently: true }),
      lead('uploads.putFile', {
        at: { uploadId: '$whole' },
        query: { name: 'b.txt' },
        bytes: 'Second note\n',
      }),
      lead('uploads.begin', { at: { uploadId: '$given' }, body: { name: 'c.txt' } }),
      lead('uploads.giveUp', { at: { uploadId: '$given' } }),
    ],
  },
];
