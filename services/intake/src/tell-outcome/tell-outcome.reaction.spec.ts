import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Recorded, versioned } from '@redress/contracts/event';
import {
  acknowledged,
  envelope,
  issueId,
  listed,
  opinionId,
  originalId,
  submitted,
  taskId,
} from '@redress/contracts/intake/opinion.examples';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { MessageId, OpinionId, Position } from '@redress/contracts/values';
import { InTheLog, recordedAt } from '../opinion/in-the-log.examples.js';
import { TellOutcomeReaction } from './tell-outcome.reaction.js';

const joined = originalId;
const onIssue = (event: IssueEvent): Recorded => ({
  ...versioned(issueEvents, event),
  ...envelope,
  actor: { role: 'office' },
  id: randomUUID() as string as MessageId,
  stream: `issue-${issueId}`,
  revision: 3,
  position: '0000000000000009' as Position,
  recordedAt,
});
const resolved = (outcome: string, opinions = [opinionId, joined]): Recorded =>
  onIssue({ type: 'IssueResolved', data: { issueId, opinions, tasks: [taskId], outcome } });
const reopened = (): Recorded =>
  onIssue({ type: 'IssueReopened', data: { issueId, opinions: [opinionId, joined], reason: 'it is back' } });

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
    onIssue({ type: 'TaskClosedOnIssue', data: { issueId, taskId, taskRevision: 9, outcome: 'Done.' } }),
  );
  expect(await heardBy(opinionId)).toEqual([]);
});
