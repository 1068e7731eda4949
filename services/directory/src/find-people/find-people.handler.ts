import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  FindPeople,
  type RegisteredPeople,
  type RegisteredPerson,
} from '@redress/contracts/directory/leavers';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { type NamedPerson, peopleList, spelt } from '../post-list/people.js';

/** Whoever keeps the register by it finds what was written a moment ago. */
@Controller()
export class FindPeopleHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(FindPeople.subject)
  find(@Payload('query') query: FindPeople): Promise<Answer<RegisteredPeople>> {
    const { person, rosterNumber, userName, externalId, limit = 50, cursor } = query;
    const where = {
      ...(person !== undefined && { id: person }),
      ...(rosterNumber !== undefined && { rosterNumber }),
      ...(userName !== undefined && { userNameSpelt: spelt(userName) }),
      ...(externalId !== undefined && { externalId }),
    };
    return answeredNow(this.store, this.models, [peopleList], async () => {
      const { rows, ...more } = await this.models.find(peopleList, {
        where,
        by: 'rosterNumber',
        limit,
        cursor,
      });
      const total = await this.models.count(peopleList, { where });
      return { rows: rows.map(shown), ...more, total };
    });
  }
}

const shown = ({ userNameSpelt: _, leftOn, ...person }: NamedPerson): RegisteredPerson => ({
  ...person,
  hasLeft: leftOn !== undefined,
});
