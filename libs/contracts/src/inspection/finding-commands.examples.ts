import { attachFile } from '../rectification/evidence.examples.js';
import { deadline, leadUnit, supportingUnit } from '../rectification/people.examples.js';
import type { EntryId, FindingId } from '../values.js';
import { hoursStudied, minutesKept } from './checklist.examples.js';
import { draftIdOf } from './finding-ids.js';
import type { CommentOnFinding, CommunicateFinding, IssueFinding } from './issue-finding.js';
import type {
  ChangeFinding,
  JoinFinding,
  PartFinding,
  RecordFinding,
  SplitFinding,
  WithdrawFinding,
} from './record-finding.js';
import { answerItem, submitBatch, visitId } from './visit.examples.js';

// What people do with findings, one valid example of each.
export const findingId = '0190a5c4-6666-7aaa-8aaa-000000000091' as FindingId;
export const otherFindingId = '0190a5c4-6666-7aaa-8aaa-000000000092' as FindingId;
export const newFindingId = '0190a5c4-6666-7aaa-8aaa-000000000093' as FindingId;
export const draftId = draftIdOf(visitId, minutesKept.itemId);
export const entryIdOf = (digit: number): EntryId =>
  `0190a5c4-6666-7aaa-8aaa-0000000000a${String(digit)}` as EntryId;

export const words = {
  fact: '一月以来没有会议记录。',
  basis: '《党支部工作条例》第十八条',
  severity: 'ordinary',
  restsOn: [{ itemId: minutesKept.itemId, entryId: answerItem.entryId }],
  files: [attachFile.file],
};
export const otherWords = {
  ...words,
  fact: '学习时长不足。',
  restsOn: [{ itemId: hoursStudied.itemId, entryId: submitBatch.entries[1]?.entryId ?? entryIdOf(0) }],
  files: [],
};

export const recordFinding = { findingId, visitId, ...words } satisfies RecordFinding;
export const changeFinding = {
  findingId,
  entryId: entryIdOf(1),
  ...words,
  fact: '二月以来没有会议记录。',
  reason: 'Those of January came to light',
} satisfies ChangeFinding;
export const communicateFinding = { findingId } satisfies CommunicateFinding;
export const commentOnFinding = {
  findingId,
  entryId: entryIdOf(2),
  text: '会议照开，只是没有记录。',
} satisfies CommentOnFinding;
export const joinFinding = {
  findingId: otherFindingId,
  entryId: entryIdOf(3),
  into: findingId,
  reason: 'Both are about the study',
} satisfies JoinFinding;
export const partFinding = {
  findingId: otherFindingId,
  entryId: joinFinding.entryId,
  reason: 'They are two matters',
} satisfies PartFinding;
export const splitFinding = {
  findingId,
  entryId: entryIdOf(4),
  newFindingId,
  left: { ...words, fact: '一月以来没有会议记录，二月也没有。' },
  part: { ...otherWords, restsOn: [], fact: '窗台有灰。' },
  reason: 'The dust is another matter',
} satisfies SplitFinding;
export const withdrawFinding = {
  findingId,
  entryId: entryIdOf(5),
  reason: 'The minutes were in another room',
} satisfies WithdrawFinding;
export const issueFinding = {
  findingId,
  entryId: entryIdOf(6),
  title: '补齐会议记录',
  topic: 'records',
  leadUnit,
  supportingUnits: [supportingUnit],
  taskType: 'time-bound',
  deadline,
  criterion: '三个月内每次会议都有记录',
} satisfies IssueFinding;
export const issueAgain = { ...issueFinding, entryId: entryIdOf(7) } satisfies IssueFinding;
