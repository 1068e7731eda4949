import { NAMES_LIMIT, ReadNames } from '@redress/contracts/directory/names';
import type { Actor } from '@redress/contracts/envelope';
import type {
  CloseOutEntry,
  EvidenceEntry,
  ProgressEntry,
  TaskRow,
} from '@redress/contracts/rectification/ledger';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import type { Services } from '@redress/edge/services';

/** What the units and people of some tasks are called, as far as one reader may know it; nothing for the others. */
export class KnownNames {
  private readonly units = new Map<UnitId, string>();
  private readonly people = new Map<PersonId, string>();

  constructor(
    private readonly services: Services,
    private readonly reader: Actor,
  ) {}

  /** Asks the directory for those that it was not asked for yet. */
  async learn(tasks: readonly TaskRow[]): Promise<void> {
    const units = [...new Set(tasks.flatMap(unitsIn))].filter((id) => !this.units.has(id));
    const people = [...new Set(tasks.flatMap(peopleIn))].filter((id) => !this.people.has(id));
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

const unitsIn = ({ leadUnit, supportingUnits, progress, evidence }: TaskRow): readonly UnitId[] => [
  leadUnit,
  ...supportingUnits,
  ...Object.values<ProgressEntry>(progress).map(({ unit }) => unit),
  ...Object.values<EvidenceEntry>(evidence).map(({ unit }) => unit),
];

const peopleIn = ({ responsible, measureOwners, closeOuts }: TaskRow): readonly PersonId[] => {
  const verifiers = Object.values<CloseOutEntry>(closeOuts).map(({ answer }) => answer?.by);
  return [responsible, ...measureOwners, ...verifiers].filter((id) => id !== undefined);
};
