import { expect, it } from '@jest/globals';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import { contest, takeBack, upholdIt } from '@redress/contracts/rectification/aftermath.examples';
import { joined, listed } from '@redress/contracts/rectification/issue.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  envelope,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  stranger,
} from '@redress/contracts/rectification/people.examples';
import {
  assigned,
  issueId,
  otherIssueId,
  reassigned,
  returned,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId, PersonId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { issues } from '../issue/issue.js';
import { standingsOf } from '../membership/standings.examples.js';
import { policiesOf } from '../policy/policies.examples.js';
import { tasks } from '../task/task.js';
import { ReviewTaskHandler } from './review-task.handler.js';

type Of<Type extends IssueEvent['type']> = IssueEvent & { readonly type: Type };
const clock = new StoppedClock('2026-05-02T08:00:00.000Z' as Instant);
const person = (digit: number): PersonId => `0190a5c4-1111-7aaa-8aaa-0000000002${String(digit)}4` as PersonId;
const [lister, joiner, assigner, reassigner, colleague] = [1, 2, 3, 4, 5].map(person) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

let causes = 0;
const by = (actor: Actor, happenedAt = '2026-03-20T08:00:00.000Z'): Envelope => {
  causes += 1;
  const causationId = `cause ${String(causes)}` as MessageId;
  return { ...envelope, actor, causationId, happenedAt: happenedAt as Instant };
};
const office = (who: PersonId): Actor => ({ ...officer, person: who });

const begin = async (units: Readonly<Partial<Record<PersonId, readonly UnitId[]>>> = {}) => {
  const store = new InMemoryEventStore(clock);
  const listing = (id: typeof issueId): Of<'IssueListed'> =>
    having<Of<'IssueListed'>>(listed, { issueId: id, listedBy: lister });
  const joining = having<Of<'OpinionJoinedIssue'>>(joined, { issueId: otherIssueId, listedBy: joiner });
  const system = { role: 'system' } as const;
  await transact(store, issues, issueId, by(system), () => [listing(issueId)]);
  await transact(store, issues, otherIssueId, by(system), () => [listing(otherIssueId), joining]);
  await transact(store, tasks, taskId, by(office(assigner)), () => [assigned]);
  const handler = new ReviewTaskHandler(store, clock, standingsOf(store, clock, units), policiesOf());
  return { store, handler };
};

it('asks and answers, each once', async () => {
  const { store, handler } = await begin();
  const asking = by(lead);
  const asked = await handler.request(contest, asking);
  expect(asked).toMatchObject({ revision: 1 });
  expect(await handler.request(contest, asking)).toEqual(asked);
  expect(await handler.answer(takeBack, by(inspector))).toMatchObject({ revision: 3 });
  const types = (await store.read(streamOf(tasks, taskId))).map(({ type }) => type);
  expect(types.slice(1)).toEqual(['ReviewRequested', 'ReviewAnswered', 'TaskWithdrawn']);
});

it('lets none of the authors answer, in whatever post: who listed, who joined, who assigned and assigned anew', async () => {
  const { store, handler } = await begin();
  await handler.request(contest, by(lead));
  await transact(store, tasks, taskId, by(lead), () => [returned]);
  await transact(store, tasks, taskId, by(office(reassigner)), () => [reassigned]);
  const refused = { rejected: 'reviewer-is-an-author' };
  for (const author of [lister, joiner, assigner, reassigner])
    for (const actor of [officer, inspector, { ...leadingGroup, unit: officer.unit }])
      expect(await handler.answer(upholdIt, by({ ...actor, person: author }))).toEqual(refused);
  expect(await handler.answer(upholdIt, by(office(colleague)))).toHaveProperty('revision');
});

it('asks the directory to which units whoever answers belongs besides', async () => {
  const { handler } = await begin({ [inspector.person]: [inspector.unit, leadUnit] });
  await handler.request(contest, by(lead));
  const refused = { rejected: 'reviewer-of-a-responsible-unit' };
  expect(await handler.answer(upholdIt, by(inspector))).toEqual(refused);
  expect(await handler.answer(upholdIt, by(office(colleague)))).toHaveProperty('revision');
});

it('counts by the day on which it happened, where the organisation is', async () => {
  const { handler } = await begin();
  const late = by(lead, '2026-04-19T16:00:00.000Z');
  expect(await handler.request(contest, late)).toEqual({ rejected: 'review-is-too-late' });
  const inTime = by(lead, '2026-04-19T15:59:59.999Z');
  expect(await handler.request(contest, inTime)).toMatchObject({ revision: 1 });
});

it('knows of no task that was never assigned', async () => {
  const { handler } = await begin();
  const nowhere = '0190a5c4-1111-7aaa-8aaa-000000000099' as typeof taskId;
  const none = { rejected: 'no-such-task' };
  expect(await handler.answer({ ...upholdIt, taskId: nowhere }, by(inspector))).toEqual(none);
  expect(await handler.request({ ...contest, taskId: nowhere }, by(stranger))).toEqual(none);
});
