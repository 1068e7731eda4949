import { Controller, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { mayHaveAllAbout } from '@redress/contracts/directory/erasure';
import {
  FindInDirectory,
  type Involvement,
  type PersonalEvent,
  type PersonalEvents,
  PERSONAL_EVENTS,
} from '@redress/contracts/directory/personal-data';
import { Actor } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import { withoutProofs } from '@redress/contracts/personal';
import type { Answer } from '@redress/contracts/query';
import { type KeyId, type PersonId, START } from '@redress/contracts/values';
import { keyIdsIn, Sealing } from '@redress/sealing/sealing';
import { Storage } from './storage.js';

const PAGE = 1_000;
/** Of the log and of the answer, so that neither holds up others. */
const MOST_PAGES = 20;
const MOST_TEXT = 300_000;

type About = keyof typeof PERSONAL_EVENTS;

const keepsEventsOfPeople = (service: string): service is About => service in PERSONAL_EVENTS;

/** The entrances for the question what a service keeps about somebody; none where nothing is. */
export const personalEventsHandlers = (service: string): readonly Type[] =>
  keepsEventsOfPeople(service) ? [handlerOf(service)] : [];

const handlerOf = (service: About): Type => {
  const find = PERSONAL_EVENTS[service];
  @Controller()
  class PersonalEventsHandler {
    constructor(
      private readonly storage: Storage,
      private readonly sealing: Sealing,
    ) {}

    @MessagePattern(find.subject)
    async find(
      @Payload('query') { personId, keys, after = START }: FindInDirectory,
      @Payload('actor') actor: Actor,
    ): Promise<Answer<PersonalEvents>> {
      if (!mayHaveAllAbout(personId, actor)) return { rejected: 'not-found' };
      const { stored } = this.storage;
      const found: PersonalEvent[] = [];
      const end = await stored.last();
      let [from, size] = [after, 0];
      for (let page = 0; page < MOST_PAGES && from < end && size < MOST_TEXT; page += 1) {
        const slice = await stored.readAll(from, [''], PAGE);
        from = slice.upTo;
        for (const event of slice.events) {
          const as = involvementOf(event, personId, keys);
          if (!as) continue;
          const [opened = event] = as === 'theirs' ? await this.sealing.show([event]) : [];
          found.push(shown(service, opened, as));
          size += JSON.stringify(found.at(-1)).length;
          if (size < MOST_TEXT) continue;
          from = event.position;
          break;
        }
      }
      return { events: found, ...(from < end && { next: from }) };
    }
  }
  return PersonalEventsHandler;
};

const involvementOf = (
  event: Recorded,
  person: PersonId,
  keys: readonly KeyId[],
): Involvement | undefined => {
  if (keyIdsIn([event]).some((id) => keys.includes(id))) return 'theirs';
  if (event.actor.person === person) return 'acted';
  return JSON.stringify(event.data).includes(person) ? 'named' : undefined;
};

const shown = (
  service: string,
  { id, stream, type, happenedAt, data }: Recorded,
  as: Involvement,
): PersonalEvent => ({
  service,
  id,
  stream,
  type,
  happenedAt,
  as,
  ...(as !== 'acted' && { data: withoutProofs(data) }),
});
