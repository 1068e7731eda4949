import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Recorded, versioned } from '@redress/contracts/event';
import {
  acknowledged,
  envelope,
  issueId,
  listed,
  opinionId,
  originalId,
  otherIssueId,
  submitted,
  taskId,
} from '@redress/contracts/intake/opinion.examples';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import { givenBack, issueSplit, newIssueId, takenIn } from '@redress/contracts/rectification/issue.examples';
import type { IssueId, MessageId, OpinionId, Position } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { opinions } from '../opinion/opinion.js';
import { InTheLog, recordedAt } from '../opinion/in-the-log.examples.js';
import { TellOutcomeReaction } from './tell-outcome.reaction.js';

const joined = originalId;
let revision = 2;
const onIssue = (event: IssueEvent): Recorded => ({
  ...versioned(issueEvents, event),
  ...envelope,
  actor: { role: 'office' },
  id: randomUUID() as string as MessageId,
  stream: `issue-${issueId}`,
  revision: (revision += 1),
  position: '0000000000000009' as Position,
  recordedAt,
});
const resolved = (outcome: string, opinions = [opinionId, joined]): Recorded =>
  onIssue({ type: 'IssueResolved', data: { issueId, opinions, tasks: [taskId], outcome } });
const reopened = (): Recorded =>
  onIssue({
    type: 'IssueReopened',
    data: { issueId, opinions: [opinionId, joined], reason: 'it is back', stands: 'in-hand' },
  });

let log: InTheLog;
let reaction: TellOutcomeReaction;
beforeEach(async () => {
  log = new InTheLog();
  reaction = new TellOutcomeReaction(log.store);
  for (const id of [opinionId, joined]) await log.happen(id, submitted, acknowledged, listed);
});
afterEach(() => log.stop());

const heardBy = async (id: OpinionId) =>
  (await log.historyOf(id)).slice(3).map(({ type, data }) => [type, data['outcome'] ?? data['reason']]);

it('tells every submitter of the issue once, however often it hears', async () => {
  const event = resolved('Work ends at ten.');
  await reaction.react(event);
  await reaction.react(event);
  for (const id of [opinionId, joined]) {
    expect(await heardBy(id)).toEqual([['OutcomeTold', 'Work ends at ten.']]);
    expect(await log.lastOf(id)).toMatchObject({
      data: { opinionId: id, about: id, issueId, tasks: [taskId] },
      actor: { role: 'system' },
      causationId: event.id,
      happenedAt: event.happenedAt,
      correlationId: envelope.correlationId,
    });
  }
});

it('withdraws it when the issue is reopened, and tells the next outcome', async () => {
  const first = resolved('Work ends at ten.');
  for (const event of [first, reopened(), first, resolved('Work ends at eight.')])
    await reaction.react(event);
  expect(await heardBy(joined)).toEqual([
    ['OutcomeTold', 'Work ends at ten.'],
    ['OutcomeWithdrawn', 'it is back'],
    ['OutcomeTold', 'Work ends at eight.'],
  ]);
});

it('passes over an opinion that does not wait for this issue, and goes on with the next', async () => {
  const unlisted = '0190a5c4-2222-7aaa-8aaa-000000000088' as OpinionId;
  await log.happen(unlisted, submitted, acknowledged);
  await reaction.react(resolved('Done.', [unlisted, opinionId]));
  expect(await log.historyOf(unlisted)).toHaveLength(2);
  expect(await heardBy(opinionId)).toEqual([['OutcomeTold', 'Done.']]);
  expect(await heardBy(joined)).toEqual([]);
});

it('does not keep quiet of an opinion that nobody sent, once the others were told', async () => {
  const unsent = '0190a5c4-2222-7aaa-8aaa-000000000099' as OpinionId;
  await expect(reaction.react(resolved('Done.', [unsent, opinionId]))).rejects.toThrow(unsent);
  expect(await log.historyOf(unsent)).toEqual([]);
  expect(await heardBy(opinionId)).toEqual([['OutcomeTold', 'Done.']]);
});

it('passes over what else happens to the issue', async () => {
  await reaction.react(
    onIssue({
      type: 'TaskClosedOnIssue',
      data: { issueId, taskId, taskRevision: 9, outcome: 'Done.', stands: 'in-hand' },
    }),
  );
  expect(await heardBy(opinionId)).toEqual([]);
});

describe('when issues are merged or split', () => {
  const own = { ...takenIn.data, issueId: otherIssueId, source: issueId, opinions: [opinionId] };
  const takesIn = (): Recorded => onIssue({ type: 'IssueTakenIn', data: own });
  const ended = (id: IssueId, outcome: string): Recorded =>
    onIssue({ type: 'IssueResolved', data: { issueId: id, opinions: [opinionId], tasks: [], outcome } });
  const back = (staying: OpinionId[]): Recorded =>
    onIssue({
      type: 'IssueGivenBack',
      data: { ...givenBack.data, issueId: otherIssueId, source: issueId, opinions: [opinionId], staying },
    });
  const standsAs = async (id = opinionId) => fold(opinions, await log.historyOf(id));

  it('an opinion hears the end of the other issue, and its own again after that is taken back', async () => {
    for (const event of [takesIn(), ended(otherIssueId, 'The other ended.')]) await reaction.react(event);
    expect(await standsAs()).toMatchObject({ status: 'told' });
    for (const event of [back([]), ended(issueId, 'The own ended.')]) await reaction.react(event);
    expect(await heardBy(opinionId)).toEqual([
      ['OpinionMoved', takenIn.data.reason],
      ['OutcomeTold', 'The other ended.'],
      ['OpinionMoved', givenBack.data.reason],
      ['OutcomeTold', 'The own ended.'],
    ]);
    expect(await log.lastOf(opinionId)).toMatchObject({ data: { issueId, stands: 'told' } });
  });

  it('an opinion that belongs to the other by another way as well stays there', async () => {
    for (const event of [takesIn(), ended(otherIssueId, 'The other ended.'), back([opinionId])])
      await reaction.react(event);
    expect(await standsAs()).toMatchObject({ status: 'listed' });
    expect(await log.lastOf(opinionId)).toMatchObject({
      data: { joins: { issueId }, inAll: 'The other ended.', stands: 'listed' },
    });
  });

  it('the end is told that holds, in whichever order both streams come in', async () => {
    const [into, end, out, own] = [
      takesIn(),
      ended(otherIssueId, 'The other ended.'),
      back([]),
      ended(issueId, 'The own ended.'),
    ];
    for (const event of [own, into, end, out]) await reaction.react(event);
    for (const event of [into, end, out, own]) await reaction.react(event);
    expect(await standsAs()).toMatchObject({
      status: 'told',
      ends: [
        { of: issueId, outcome: 'The own ended.' },
        { of: otherIssueId, isLeft: true },
      ],
    });
    expect((await log.lastOf(opinionId)).data).toMatchObject({ inAll: 'The own ended.' });
  });

  it('those that go with a splitting wait for the new issue alone, the others for both', async () => {
    const data = { ...issueSplit.data, issueId, newIssueId, opinions: [opinionId], both: [joined] };
    await reaction.react(resolved('The old ended.'));
    await reaction.react(onIssue({ type: 'IssueSplit', data }));
    expect(await standsAs()).toMatchObject({
      status: 'listed',
      ends: [{ isLeft: true }, { of: newIssueId }],
    });
    expect(await standsAs(joined)).toMatchObject({
      status: 'listed',
      ends: [{ outcome: 'The old ended.' }, { of: newIssueId }],
    });
    const end = { issueId: newIssueId, opinions: [opinionId, joined], tasks: [], outcome: 'The new ended.' };
    await reaction.react(onIssue({ type: 'IssueResolved', data: end }));
    expect((await log.lastOf(opinionId)).data).not.toHaveProperty('inAll');
    expect((await log.lastOf(joined)).data).toMatchObject({ inAll: 'The old ended.\n\nThe new ended.' });
  });

  it('passes over an opinion that does not belong to an issue', async () => {
    const unlisted = '0190a5c4-2222-7aaa-8aaa-000000000088' as OpinionId;
    await log.happen(unlisted, submitted, acknowledged);
    await reaction.react(
      onIssue({ type: 'IssueTakenIn', data: { ...own, opinions: [unlisted, opinionId] } }),
    );
    expect(await log.historyOf(unlisted)).toHaveLength(2);
    expect(await heardBy(opinionId)).toHaveLength(1);
  });
});
