import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { interestDeclared, recusalOverridden } from '@redress/contracts/inspection/interest.examples';
import {
  auditor,
  envelope,
  inspector,
  lead,
  leadUnit,
  officer,
  operator,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import type { Day, Instant } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { interestsOf } from '../interest/interests.js';
import { directoryOf } from '../organisation/small-directory.examples.js';
import { Recusals } from '../recusal/recusals.js';
import { FindConflictsHandler } from './find-conflicts.handler.js';

// Late in the evening of 20 March in UTC, the next day where the organisation is.
const clock = new StoppedClock('2026-03-20T17:00:00.000Z' as Instant);
const today = '2026-03-21' as Day;
const system = { role: 'system' } as const;
const long = '2020-01-01' as Day;
const { person } = inspector;
const left = { unit: supportingUnit, above: [], from: long, heads: false, until: '2025-03-21' as Day };
const longGone = { ...left, until: '2025-03-19' as Day };
const lines = [leadUnit, supportingUnit].map((unit) => ({ unit, above: [], from: long }));

const handlerWith = async (posts: (typeof left)[] = [left], isSilent = false) => {
  const store = new InMemoryEventStore(clock);
  await transact(store, interestsOf, person, envelope, () => [interestDeclared, recusalOverridden]);
  const directory = directoryOf({ people: { [person]: posts }, lines, isSilent });
  return new FindConflictsHandler(new Recusals(store, directory), clock);
};

it('tells a service what is known of a person and some units, and what follows from it', async () => {
  const handler = await handlerWith([left, longGone]);
  const { interestId, from } = interestDeclared.data;
  const { overrideId, until, reason } = recusalOverridden.data;
  expect(await handler.find({ person, units: [leadUnit, supportingUnit], on: today }, system)).toEqual({
    person,
    on: today,
    units: [leadUnit, supportingUnit],
    conflicts: [
      { unit: leadUnit, kind: 'declared', through: leadUnit, from, overriddenBy: overrideId },
      { unit: supportingUnit, kind: 'belongs', through: supportingUnit, from: long, until: '2025-03-21' },
    ],
    facts: {
      belongings: [left],
      lines,
      interests: [{ interestId, unit: leadUnit, from }],
      overrides: [
        {
          overrideId,
          unit: leadUnit,
          from: recusalOverridden.data.from,
          until,
          reason,
          lifts: [{ kind: 'declared', through: leadUnit }],
        },
      ],
    },
  });
});

it('asks where a unit stands in which there is an interest, though nobody named it', async () => {
  const handler = await handlerWith();
  const answer = await handler.find({ person, units: [supportingUnit], on: today }, system);
  expect(answer).toMatchObject({ facts: { lines } });
});

it('decides nothing while the directory does not say', async () => {
  const handler = await handlerWith([], true);
  await expect(handler.find({ person, units: [leadUnit], on: today }, system)).rejects.toThrow(
    ServiceUnavailable,
  );
});

it.each<Actor>([officer, auditor, inspector])(
  'tells the $role, today unless a day is named',
  async (actor) => {
    const handler = await handlerWith();
    expect(await handler.check({ person, unit: leadUnit }, actor)).toMatchObject({
      on: today,
      units: [leadUnit],
    });
    const then = await handler.check({ person, unit: leadUnit, on: '2025-12-31' as Day }, actor);
    expect(then).toMatchObject({ on: '2025-12-31', conflicts: [] });
  },
);

it('tells a person about themselves, and nobody else', async () => {
  const handler = await handlerWith();
  const refused = { rejected: 'not-found' };
  expect(await handler.check({ person: lead.person, unit: leadUnit }, lead)).toMatchObject({ conflicts: [] });
  expect(await handler.check({ person, unit: leadUnit }, lead)).toEqual(refused);
  expect(await handler.check({ person, unit: leadUnit }, operator)).toEqual(refused);
  expect(await handler.find({ person, units: [leadUnit], on: today }, officer)).toEqual(refused);
});
