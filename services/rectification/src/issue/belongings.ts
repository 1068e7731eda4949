import type { OpinionId, TaskId } from '@redress/contracts/values';
import type { ListedIssue } from './issue.js';

export type TaskOnIssue = {
  readonly id: TaskId;
  /** Of the task's stream, as far as it is known here. */
  readonly revision: number;
  /** What was achieved; absent while the task is open. */
  readonly outcome?: string;
  /** Why it is open again. */
  readonly reason?: string;
};

/** Something that has tasks, with one of them as it is now, behind all others. */
export const withTask = <Owner extends { readonly tasks: readonly TaskOnIssue[] }>(
  owner: Owner,
  task: TaskOnIssue,
): Owner => ({
  ...owner,
  tasks: [...owner.tasks.filter(({ id }) => id !== task.id), task],
});

/** Whose submitters hear the end of the issue: its own opinions, and those of the issues merged into it. */
export const opinionsOf = ({ opinions, sources }: ListedIssue): readonly OpinionId[] => [
  ...new Set([...opinions, ...sources.flatMap((source) => source.opinions)]),
];

/** What has to be closed before the issue is resolved; of a task that came by several ways, the newest that is known. */
export const tasksOf = ({ tasks, sources }: ListedIssue): readonly TaskOnIssue[] => {
  const all = [...tasks, ...sources.flatMap((source) => source.tasks)];
  return all.filter(
    (task, at) =>
      !all.some(
        ({ id, revision }, other) =>
          id === task.id && (revision > task.revision || (revision === task.revision && other < at)),
      ),
  );
};
