import { expect, it } from '@jest/globals';
import { inspector, leadUnit, supportingUnit, today } from '@redress/contracts/rectification/people.examples';
import type { Answer, Query } from '@redress/contracts/query';
import type { UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Memberships } from './memberships.js';
import { Recusals } from './recusals.js';
import { Teams } from './teams.js';
import { UnitNames } from './unit-names.js';

/** Another service that remembers what it was asked; without an answer it says that it does not know. */
class Other extends Services {
  readonly asked: object[] = [];

  constructor(private readonly answer: object = { rejected: 'not-found' }) {
    super();
  }

  override send(): never {
    throw new Error('nobody is commanded here');
  }

  override ask<Shape extends object, Reply extends object>(
    _query: Query<Shape, Reply>,
    asked: Shape,
  ): Promise<Answer<Reply>> {
    this.asked.push(asked);
    return Promise.resolve(this.answer as Answer<Reply>);
  }
}

const twice = [leadUnit, supportingUnit, leadUnit];
const once = { units: [leadUnit, supportingUnit], on: today };

it('a unit that is named twice is asked about once', async () => {
  const directory = new Other({ units: [leadUnit] });
  expect(await new Memberships(directory).there(twice, today)).toEqual([leadUnit]);
  expect(directory.asked).toEqual([once]);

  const inspection = new Other({ teams: [], conflicts: [] });
  await new Teams(inspection).of(twice, today);
  await new Recusals(inspection).check(inspector.person, twice, today);
  expect(inspection.asked).toEqual([once, { person: inspector.person, ...once }]);
});

it('of more units than one question takes, each is asked about all the same', async () => {
  const many = Array.from({ length: 1_001 }, (_, n) => `0190a5c4-7777-7aaa-8aaa-${String(n)}` as UnitId);
  const inspection = new Other({ teams: [] });
  await new Teams(inspection).of(many, today);
  expect(inspection.asked).toEqual([
    { units: many.slice(0, 1_000), on: today },
    { units: many.slice(1_000), on: today },
  ]);
});

it.each<[string, (services: Services) => Promise<unknown>]>([
  ['the directory does not say', (services) => new Memberships(services).there([leadUnit], today)],
  ['the directory does not say', (services) => new Memberships(services).unitsOf(inspector.person, today)],
  ['the directory does not say', (services) => new Memberships(services).headsOf(leadUnit, today)],
  ['the directory does not know the unit yet', (services) => new UnitNames(services).nameOf(leadUnit, today)],
  ['inspection does not say', (services) => new Teams(services).of([leadUnit], today)],
  [
    'inspection does not say',
    (services) => new Recusals(services).check(inspector.person, [leadUnit], today),
  ],
])('while %s, nothing is decided', async (why, asking) => {
  await expect(asking(new Other())).rejects.toThrow(ServiceUnavailable);
  await expect(asking(new Other())).rejects.toThrow(why);
});
