import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { InterestEvent } from '@redress/contracts/inspection/interest.events';
import {
  endOfMarch,
  interestDeclared,
  interestEnded,
  interestId,
  interestInLeadUnit,
  otherInterest,
  otherOverride,
  overrideEnded,
  overrideId,
  recusalOverridden,
} from '@redress/contracts/inspection/interest.examples';
import type { ListInterests } from '@redress/contracts/inspection/interest-list';
import { january } from '@redress/contracts/inspection/team.examples';
import {
  auditor,
  envelope,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  operator,
  strangeUnit,
  stranger,
  today,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import type { Day, Instant, PersonId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { interestsOf } from '../interest/interests.js';
import { overrideList } from '../override-list/override-list.js';
import { interestList } from './interest-list.js';
import { InterestListHandler } from './interest-list.handler.js';

const clock = new StoppedClock('2026-03-20T08:00:00.000Z' as Instant);
const april = '2026-04-01' as Day;
let handler: InterestListHandler;

beforeAll(async () => {
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  handler = new InterestListHandler(models);
  const said = (person: PersonId, at: string, by: Actor, ...events: InterestEvent[]) =>
    transact(store, interestsOf, person, { ...envelope, actor: by, happenedAt: at as Instant }, () => events);
  const ended = [interestDeclared, recusalOverridden, interestEnded, overrideEnded];
  await said(inspector.person, '2026-03-19T08:00:00.000Z', officer, ...ended);
  const theirs = { person: stranger.person, unit: strangeUnit };
  await said(
    stranger.person,
    '2026-03-20T08:00:00.000Z',
    stranger,
    having(interestDeclared, { ...theirs, interestId: otherInterest, from: today }),
    having(recusalOverridden, { ...theirs, overrideId: otherOverride }),
  );
  for (const model of [interestList, overrideList])
    await rebuild(store, models, model as typeof interestList, new AbortController().signal);
});

const idsOf = (answer: { rejected: string } | { rows: readonly { id: string }[] }) =>
  'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
const interests = async (query: ListInterests, actor: Actor = officer) =>
  idsOf(await handler.interests(query, actor));
const overrides = async (query: ListInterests, actor: Actor = officer) =>
  idsOf(await handler.overrides(query, actor));

it.each<[ListInterests, readonly string[], readonly string[]]>([
  [{}, [otherInterest, interestId], [otherOverride, overrideId]],
  [{ order: 'asc' }, [interestId, otherInterest], [overrideId, otherOverride]],
  [{ limit: 1 }, [otherInterest], [otherOverride]],
  [{ person: inspector.person }, [interestId], [overrideId]],
  [{ unit: strangeUnit }, [otherInterest], [otherOverride]],
  [{ on: yesterday }, [interestId], []],
  [{ on: endOfMarch }, [otherInterest, interestId], [otherOverride, overrideId]],
  [{ on: april }, [otherInterest], [otherOverride]],
  [{ text: 'brother' }, [], []],
])('finds by %j', async (query, declared, given) => {
  expect(await interests(query)).toEqual(declared);
  expect(await overrides(query)).toEqual(given);
});

it('says who said what when, and until when it was so', async () => {
  const said = { at: '2026-03-19T08:00:00.000Z', by: officer.person, revision: 3, until: endOfMarch };
  const { person } = inspector;
  expect(await handler.interests({ person }, officer)).toEqual({
    rows: [
      {
        id: interestId,
        person,
        unit: leadUnit,
        reason: 'My wife works there',
        from: january,
        ...said,
        revision: 2,
      },
    ],
  });
  expect(await handler.overrides({ person }, officer)).toMatchObject({
    rows: [{ id: overrideId, person, unit: leadUnit, from: today, conflicts: [interestInLeadUnit], ...said }],
  });
});

describe('who sees', () => {
  it.each<Actor>([officer, leadingGroup, auditor])('everything: the $role', async (actor) => {
    expect(await interests({}, actor)).toHaveLength(2);
    expect(await overrides({}, actor)).toHaveLength(2);
  });

  it('an inspector: what the office let pass, and of interests their own', async () => {
    expect(await interests({}, inspector)).toEqual([interestId]);
    expect(await interests({ person: stranger.person }, inspector)).toBe('not-found');
    expect(await overrides({}, inspector)).toHaveLength(2);
  });

  it('anybody else: their own', async () => {
    expect(await interests({}, stranger)).toEqual([otherInterest]);
    expect(await overrides({ person: stranger.person }, stranger)).toEqual([otherOverride]);
    expect(await interests({}, lead)).toEqual([]);
    expect(await overrides({ person: inspector.person }, operator)).toBe('not-found');
    expect(await interests({}, { role: 'operator' })).toBe('not-found');
  });
});
