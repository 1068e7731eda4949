import { expect } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { PersonId, UnitId } from '@redress/contracts/values';
import type { Happened } from './walked.examples.js';

/** Which units answer for the task, the lead unit first. */
export const unitsAfter = (told: readonly TaskEvent[]): readonly UnitId[] =>
  told
    .flatMap(({ type, data }) =>
      type === 'TaskAssigned' || type === 'TaskReassigned' ? [[data.leadUnit, ...data.supportingUnits]] : [],
    )
    .at(-1) ?? [];

/** Whoever is named in a task, or ever was. */
const peopleIn = ({ type, data }: TaskEvent): readonly PersonId[] => {
  if (type === 'TaskAccepted' || type === 'ResponsibleNamed') return [data.responsible];
  if (type === 'MeasuresPlanned' || type === 'MeasuresChanged')
    return data.measures.map(({ person }) => person);
  return [];
};

/** Told from the events alone: whoever judges a task has a name, and no part in it. */
export const mayVerify = (before: readonly Happened[], { role, person, unit }: Actor): void => {
  expect(['inspection', 'office']).toContain(role);
  expect(person).toBeDefined();
  expect(before.flatMap((one) => peopleIn(one.event))).not.toContain(person);
  expect(unit).toBeDefined();
  expect(unitsAfter(before.map((one) => one.event))).not.toContain(unit);
};
