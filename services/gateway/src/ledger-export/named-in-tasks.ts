import type {
  CloseOutEntry,
  EvidenceEntry,
  ProgressEntry,
  TaskRow,
} from '@redress/contracts/rectification/ledger';
import type { PersonId, UnitId } from '@redress/contracts/values';

/** Whose names stand in the lines of these tasks. */
export const unitsNamedIn = (tasks: readonly TaskRow[]): readonly UnitId[] => tasks.flatMap(unitsIn);

export const peopleNamedIn = (tasks: readonly TaskRow[]): readonly PersonId[] => tasks.flatMap(peopleIn);

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
