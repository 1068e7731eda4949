import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { IssueId, OpinionId, UnitId } from '@redress/contracts/values';
import { type TaskOnIssue, withTask } from './belongings.js';

/** An issue that is dealt with under another, as far as that one knows it; empty once it is on its own again. */
export type Source = {
  readonly id: IssueId;
  readonly isHere: boolean;
  /** Of its stream: what arrives late is known to be late. */
  readonly revision: number;
  readonly opinions: readonly OpinionId[];
  readonly tasks: readonly TaskOnIssue[];
  readonly units: readonly UnitId[];
};

type Of<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>['data'];
type Sources = readonly Source[];

export const takenIn = (sources: Sources, data: Of<'IssueTakenIn'>): Sources => {
  const { source: id, sourceRevision: revision } = data;
  const before = sourceIn(sources, id);
  const tasks = data.tasks.map(({ taskId, taskRevision, ...task }) => ({
    id: taskId,
    revision: taskRevision,
    ...task,
  }));
  const opinions = [...before.opinions, ...data.opinions];
  const units = [...before.units, ...data.units];
  const known = { id, isHere: true, revision, opinions, tasks: before.tasks, units };
  return [...besides(sources, id), tasks.reduce(withTask<Source>, known)];
};

export const givenBack = (sources: Sources, data: Of<'IssueGivenBack'>): Sources => {
  const { source: id, sourceRevision: revision } = data;
  const opinions = sourceIn(sources, id).opinions.filter((opinion) => !data.opinions.includes(opinion));
  return [...besides(sources, id), { id, isHere: false, revision, opinions, tasks: [], units: [] }];
};

export const sourceIn = (sources: Sources, id: IssueId): Source =>
  sources.find((source) => source.id === id) ?? {
    id,
    isHere: false,
    revision: -1,
    opinions: [],
    tasks: [],
    units: [],
  };

export const besides = (sources: Sources, id: IssueId): Sources =>
  sources.filter((source) => source.id !== id);
