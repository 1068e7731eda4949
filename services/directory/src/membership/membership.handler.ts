import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  FindHeads,
  FindUnitsOfPerson,
  FindUnitsThere,
  type People,
  type Units,
} from '@redress/contracts/directory/membership';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { deputisedBy, heldBy, holdingsOn, postList } from '../post-list/post-list.js';
import { unitList } from '../unit-list/unit-list.js';

/** More posts than anybody ever held, and more units than a query names. */
const MOST = 1_000;

/** What other services need to know of the organisation before they decide: all that was recorded until they asked. */
@Controller()
export class MembershipHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(FindUnitsOfPerson.subject)
  async ofPerson(
    @Payload('query') { person, on }: FindUnitsOfPerson,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Units>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const where = { holders: { has: person } };
    return answeredNow(this.store, this.models, [postList], async () => {
      const { rows } = await this.models.find(postList, { where, by: 'code', limit: MOST });
      const held = rows.filter(
        (post) =>
          heldBy(person, post).some(
            ({ from, until }) => from <= on && (until === undefined || on <= until),
          ) || deputisedBy(person, post).some(({ from, until }) => from <= on && on <= until),
      );
      return { units: [...new Set(held.map(({ unit }) => unit))] };
    });
  }

  @MessagePattern(FindUnitsThere.subject)
  async there(
    @Payload('query') { units, on }: FindUnitsThere,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Units>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const where = { id: { in: units }, from: { to: on }, until: { from: on } };
    return answeredNow(this.store, this.models, [unitList], async () => {
      const { rows } = await this.models.find(unitList, { where, by: 'code', limit: MOST });
      return { units: rows.map(({ id }) => id) };
    });
  }

  @MessagePattern(FindHeads.subject)
  async heads(
    @Payload('query') { unit, on }: FindHeads,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<People>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const where = { unit, role: 'unit', heads: true } as const;
    return answeredNow(this.store, this.models, [postList], async () => {
      const { rows } = await this.models.find(postList, { where, by: 'code', limit: MOST });
      return {
        people: [...new Set(rows.flatMap((post) => holdingsOn(post, on).map(({ person }) => person)))],
      };
    });
  }
}
