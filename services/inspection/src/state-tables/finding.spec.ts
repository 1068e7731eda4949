import { expect, it } from '@jest/globals';
import {
  changeFinding as change,
  commentOnFinding as comment,
  entryIdOf,
  findingId,
  issueFinding as issue,
  joinFinding as join,
  newFindingId,
  otherFindingId,
  recordFinding as record,
  splitFinding as split,
  withdrawFinding as withdraw,
} from '@redress/contracts/inspection/finding-commands.examples';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import {
  findingCommunicated,
  findingDrafted,
  findingIssued,
  findingJoined,
  findingRecorded,
  findingWithdrawn,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import { closingFollowed, taskFollowed } from '@redress/contracts/inspection/followed.examples';
import { seenAt } from '@redress/contracts/inspection/visit.examples';
import { lead, today } from '@redress/contracts/rectification/people.examples';
import { driven } from '@redress/eventsourcing/state-table';
import { changeFinding } from '../change-finding/change-finding.js';
import { commentOnFinding, communicateFinding } from '../communicate-finding/communicate-finding.js';
import { handedIn, head, member } from '../finding/acting.examples.js';
import { findings, type KnownFinding } from '../finding/finding.js';
import { issueFinding } from '../issue-finding/issue-finding.js';
import { joinFinding, takeIn } from '../join-finding/join-finding.js';
import { recordFinding } from '../record-finding/record-finding.js';
import { splitFinding } from '../split-finding/split-finding.js';
import { withdrawFinding } from '../withdraw-finding/withdraw-finding.js';
import { tableUnder } from './readme.examples.js';

/** Under the same id, resting on nothing that must have a finding. */
const history = (...events: readonly FindingEvent[]): readonly FindingEvent[] =>
  events.map((event) => ({ ...event, data: { ...event.data, findingId, restsOn: [] } }) as FindingEvent);
const histories = [
  [],
  history(findingDrafted),
  history(findingRecorded),
  history(findingRecorded, findingCommunicated),
  history(findingRecorded, findingJoined),
  history(findingRecorded, findingIssued),
  history(findingRecorded, findingIssued, taskFollowed),
  history(findingRecorded, findingIssued, taskFollowed, closingFollowed),
  history(findingRecorded, findingWithdrawn),
];

it('the README says what every command does to a finding in every status', () => {
  // Each differs from what is in the histories: a repeat is silence in every status.
  const anew = { findingId, entryId: entryIdOf(9), reason: 'Another' };
  const other = findings.evolve(findings.initial, otherRecorded) as KnownFinding;
  const { visit } = handedIn;
  const joined = { ...join, ...anew, into: otherFindingId };
  const taken = { ...findingJoined.data, entryId: entryIdOf(8), into: findingId };
  const commands = {
    RecordFinding: recordFinding({ ...record, fact: 'Another' }, member, seenAt, handedIn),
    ChangeFinding: changeFinding({ ...change, ...anew }, member, handedIn),
    CommunicateFinding: communicateFinding(member, visit),
    CommentOnFinding: commentOnFinding({ ...comment, findingId }, lead, today),
    JoinFinding: joinFinding(joined, member, visit, other),
    'another is joined into it': takeIn(taken, other),
    SplitFinding: splitFinding({ ...split, ...anew, newFindingId }, member, handedIn, false),
    WithdrawFinding: withdrawFinding({ ...withdraw, ...anew }, member, handedIn),
    IssueFinding: issueFinding({ ...issue, entryId: entryIdOf(9) }, head, visit, []),
  };
  expect(tableUnder('A finding')).toEqual(driven(findings, commands, histories));
});
