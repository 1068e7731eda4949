import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import { lifted, type Recorded } from '@redress/contracts/event';
import { ERASED } from '@redress/contracts/personal';
import { EventStore } from '@redress/eventsourcing/event-store';
import { type Numbered, Roster } from '@redress/sealing/roster';

const PAGE = 1_000;

/**
 * Before anybody is answered, whoever the log has under a number is under it in the roster: those who were registered before there
 * was one, with the ids that they have, and those who are missing because an older copy of it is in place.
 */
@Injectable()
export class RosterFromLog implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly roster: Roster,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (let from = await this.roster.readUpTo(), end = await this.store.last(); from < end;) {
      const slice = await this.store.readAll(from, [`${personEvents.name}-`], PAGE);
      await this.roster.recall(slice.events.flatMap(numberedIn), slice.upTo);
      from = slice.upTo;
    }
  }
}

const numberedIn = (event: Recorded): readonly Numbered[] => {
  const { type, data } = lifted<PersonEvent, Recorded>(personEvents, event);
  if (type !== 'PersonRegistered' || data.rosterNumber === ERASED) return [];
  return [{ rosterNumber: data.rosterNumber, person: data.personId }];
};
