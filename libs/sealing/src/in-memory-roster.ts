import { randomUUID } from 'node:crypto';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import { type Numbered, Roster } from './roster.js';

/** For specs: it lives as long as the process. */
export class InMemoryRoster extends Roster {
  private readonly people = new Map<string, PersonId>();
  private upTo = START;

  constructor(known: Readonly<Record<string, PersonId>> = {}) {
    super();
    for (const [rosterNumber, person] of Object.entries(known)) this.people.set(rosterNumber, person);
  }

  override find(rosterNumber: string): Promise<PersonId | undefined> {
    return Promise.resolve(this.people.get(rosterNumber));
  }

  override claim(rosterNumber: string): Promise<PersonId> {
    const person = this.people.get(rosterNumber) ?? (randomUUID() as string as PersonId);
    this.people.set(rosterNumber, person);
    return Promise.resolve(person);
  }

  override recall(found: readonly Numbered[], upTo: Position): Promise<void> {
    for (const { rosterNumber, person } of found) this.people.set(rosterNumber, person);
    this.upTo = upTo;
    return Promise.resolve();
  }

  override readUpTo(): Promise<Position> {
    return Promise.resolve(this.upTo);
  }
}
