import { NAMES_LIMIT, ReadNames } from '@redress/contracts/directory/names';
import type { Actor } from '@redress/contracts/envelope';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import type { Services } from '@redress/edge/services';

/** What some units and people are called, as far as one reader may know it; nothing for the others. */
export class KnownNames {
  private readonly units = new Map<UnitId, string>();
  private readonly people = new Map<PersonId, string>();

  constructor(
    private readonly services: Services,
    private readonly reader: Actor,
  ) {}

  /** Asks the directory for those that it was not asked for yet. */
  async learn(someUnits: readonly UnitId[], somePeople: readonly PersonId[]): Promise<void> {
    const units = [...new Set(someUnits)].filter((id) => !this.units.has(id));
    const people = [...new Set(somePeople)].filter((id) => !this.people.has(id));
    for (let at = 0; at < Math.max(units.length, people.length); at += NAMES_LIMIT) {
      const asked = {
        units: units.slice(at, at + NAMES_LIMIT),
        people: people.slice(at, at + NAMES_LIMIT),
      };
      const names = found(await this.services.ask(ReadNames, asked, this.reader));
      for (const id of asked.units) this.units.set(id, names.units[id] ?? '');
      for (const id of asked.people) this.people.set(id, names.people[id] ?? '');
    }
  }

  unit(id: UnitId): string {
    return this.units.get(id) ?? '';
  }

  person(id: PersonId | undefined): string {
    return (id && this.people.get(id)) ?? '';
  }
}
