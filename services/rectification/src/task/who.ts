import type { Actor } from '@redress/contracts/envelope';
import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { type AssignedTask, unitsOf } from './task.js';

export const isOffice = ({ role }: Actor): boolean => role === 'office';

/** Whoever decides for the office: itself, or the leading group whose office it is. */
export const isOfficeOrAbove = ({ role }: Actor): boolean => role === 'office' || role === 'leading-group';

/**
 * What keeps somebody from judging the task: they are not known, or have a part in it. `units` are all to which they
 * belong on that day, in whatever post; undefined for whoever is independent of it.
 */
export const partOf = (
  { person, unit }: Actor,
  units: readonly UnitId[],
  task: AssignedTask,
): 'is-unnamed' | 'of-a-responsible-unit' | 'answers-for-the-task' | undefined => {
  if (!person || !unit) return 'is-unnamed';
  return partOfPerson(person, [unit, ...units], task);
};

const partOfPerson = (
  person: PersonId,
  units: readonly UnitId[],
  { assignment, people }: AssignedTask,
): 'of-a-responsible-unit' | 'answers-for-the-task' | undefined => {
  if (units.some((one) => unitsOf(assignment).includes(one))) return 'of-a-responsible-unit';
  return people.includes(person) ? 'answers-for-the-task' : undefined;
};

/** What is known of whoever judges a task, on the day of the act. */
export type Standing = {
  /** All to which they belong, in whatever post. */
  readonly units: readonly UnitId[];
  /** What recusal came to; undefined where nobody could be asked about. */
  readonly recusal: RecusalOfEvent | undefined;
};

/** The same, and besides that they have to stay out of what concerns the units: by the last twelve months, or an interest. */
export const whatKeeps = (
  actor: Actor,
  { units, recusal }: Standing,
  task: AssignedTask,
): NonNullable<ReturnType<typeof partOf>> | 'is-recused' | undefined =>
  partOf(actor, units, task) ?? (isCleared(recusal, unitsOf(task.assignment)) ? undefined : 'is-recused');

/** The same of somebody who does not act yet. */
export const whatWouldKeep = (
  person: PersonId,
  { units, recusal }: Standing,
  task: AssignedTask,
): NonNullable<ReturnType<typeof partOfPerson>> | 'is-recused' | undefined =>
  partOfPerson(person, units, task) ??
  (isCleared(recusal, unitsOf(task.assignment)) ? undefined : 'is-recused');

/** A unit that the check does not speak of came to the task since: it counts as one that speaks against it. */
const isCleared = (recusal: RecusalOfEvent | undefined, responsible: readonly UnitId[]): boolean =>
  recusal !== undefined &&
  responsible.every((unit) => recusal.units.includes(unit)) &&
  recusal.conflicts.every(
    ({ unit, overriddenBy }) => overriddenBy !== undefined || !responsible.includes(unit),
  );

export const isOfLeadUnit = ({ role, unit }: Actor, { assignment }: AssignedTask): boolean =>
  role === 'unit' && unit === assignment.leadUnit;

/** The unit for which somebody acts, in whatever role, when it leads the task or supports it. */
export const responsibleUnitOf = ({ unit }: Actor, { assignment }: AssignedTask): UnitId | undefined =>
  unitsOf(assignment).find((responsible) => responsible === unit);
