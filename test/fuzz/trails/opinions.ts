import { anybody, auditor, clerk, lead, office, program, type Step, type Trail } from '../trail.js';

const sent = (name: string, more: object = {}): Step =>
  anybody('opinions.submit', {
    body: { channel: 'web-form', title: 'The rice is cold', ...more },
    keeps: { [name]: 'opinionId', [`${name}Receipt`]: 'receipt' },
  });
const of = (opinion: string) => ({ at: { opinionId: `$${opinion}`, receipt: `$${opinion}Receipt` } });

/** One issue on the books, out of an opinion that the office has read. */
export const listed = (opinion: string, issue: string): readonly Step[] => [
  sent(opinion),
  office('triage.acknowledge', of(opinion)),
  office('triage.list', {
    ...of(opinion),
    body: { issueId: `$${issue}`, topic: 'housing', severity: 'ordinary' },
  }),
  office('issues.read', { at: { issueId: `$${issue}` }, patiently: true }),
];

export const OPINIONS: readonly Trail[] = [
  {
    name: 'an opinion is answered',
    steps: [
      sent('opinion', { addressedTo: '$post:lead' }),
      anybody('receipts.follow', of('opinion')),
      lead('opinions.see', { ...of('opinion'), patiently: true }),
      anybody('submittersFiles.attach', {
        at: { receipt: '$opinionReceipt', entryId: '$file' },
        bytes: 'The thermometer shows 21 degrees\n',
      }),
      anybody('submittersFiles.read', { at: { receipt: '$opinionReceipt', entryId: '$file' } }),
      lead('opinionFiles.read', { at: { opinionId: '$opinion', entryId: '$file' }, patiently: true }),
      lead('opinions.list'),
      lead('triage.acknowledge', of('opinion')),
      lead('triage.ask', { at: { opinionId: '$opinion', entryId: '$question' } }),
      anybody('receipts.write', { at: { receipt: '$opinionReceipt', entryId: '$entry' } }),
      office('triage.redirect', { ...of('opinion'), body: { addressedTo: '$post:helper' } }),
      office('triage.answer', of('opinion')),
      auditor('cases.history', { at: { caseId: '$opinion' }, patiently: true }),
      auditor('events.list', { query: { caseId: '$opinion' } }),
    ],
  },
  {
    name: 'a signed opinion is refused',
    steps: [
      clerk('opinions.submit', {
        body: { channel: 'chat', signed: true, hidden: true, addressedTo: '$post:lead' },
        keeps: { opinion: 'opinionId', opinionReceipt: 'receipt' },
      }),
      anybody('submittersFiles.attach', {
        at: { receipt: '$opinionReceipt', entryId: '$file' },
        bytes: 'The thermometer shows 21 degrees\n',
      }),
      office('opinionFiles.read', { at: { opinionId: '$opinion', entryId: '$file' }, patiently: true }),
      office('opinions.see', of('opinion')),
      office('opinions.list'),
      auditor('cases.history', { at: { caseId: '$opinion' }, patiently: true }),
      auditor('events.list', { query: { caseId: '$opinion' } }),
      clerk('opinions.listMine'),
      office('triage.acknowledge', of('opinion')),
      office('triage.refuse', of('opinion')),
    ],
  },
  {
    name: 'one opinion is a duplicate of another, and is not',
    steps: [
      sent('opinion'),
      sent('original'),
      office('triage.acknowledge', of('opinion')),
      office('triage.acknowledge', of('original')),
      office('triage.mark', { ...of('opinion'), body: { of: '$original' } }),
      office('triage.lift', of('opinion')),
    ],
  },
  {
    name: 'an opinion is split, and taken together again',
    steps: [
      sent('opinion'),
      office('triage.acknowledge', of('opinion')),
      office('triage.split', {
        ...of('opinion'),
        body: {
          parts: [
            { opinionId: '$one', title: 'A leak', text: 'It leaks' },
            { opinionId: '$two', title: 'A lamp', text: 'It is dark' },
          ],
        },
      }),
      office('opinions.see', { at: { opinionId: '$one' }, patiently: true }),
      office('triage.join', of('opinion')),
    ],
  },
  {
    name: 'a program sends and reads opinions',
    steps: [
      program('opinions.submit', {
        body: { channel: 'open311', title: 'A lamp is out' },
        keeps: { opinion: 'opinionId' },
      }),
      program('opinions.see', { ...of('opinion'), patiently: true }),
      program('triage.acknowledge', of('opinion')),
    ],
  },
  {
    name: 'issues are merged, parted and split',
    steps: [
      ...listed('opinion', 'issue'),
      ...listed('other', 'target'),
      office('merging.merge', { at: { issueId: '$issue' }, body: { into: '$target' } }),
      office('merging.unmerge', { at: { issueId: '$issue' } }),
      office('merging.split', {
        at: { issueId: '$issue', newIssueId: '$part' },
        body: { topic: 'housing', severity: 'minor', opinions: [], both: ['$opinion'] },
        patiently: true,
      }),
      office('issues.list'),
      office('issues.count'),
    ],
  },
];
