import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { shortened } from '@redress/contracts/outcomes';
import type { IssueId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { opinionsOf, type TaskOnIssue, tasksOf } from '../issue/belongings.js';
import type { Issue, ListedIssue, Merging } from '../issue/issue.js';
import { type Change, inTurns, settled } from '../issue/settle.js';
import { besides, sourceIn } from '../issue/sources.js';

type Decide = (issue: Issue) => Decision<IssueEvent, 'no-such-issue' | 'is-merged-itself'>;
type Merged = ListedIssue & { readonly merging: Merging };

/** Keeps an issue up with one that is merged into it, as that stands now. */
export const takeIn =
  (issueId: IssueId, source: IssueId, { merging, revision, opinions, tasks, units }: Merged): Decide =>
  (issue) => {
    if (issue.status === 'unlisted') return reject('no-such-issue');
    const known = sourceIn(issue.sources, source);
    if (known.revision >= revision) return [];
    if (issue.merging) return reject('is-merged-itself');
    const newOpinions = opinions.filter((id) => !known.opinions.includes(id));
    const newUnits = units.filter((unit) => !known.units.includes(unit));
    const news = tasks.filter(({ id, revision }) =>
      known.tasks.every((before) => before.id !== id || before.revision < revision),
    );
    if (known.isHere && [newOpinions, newUnits, news].every(({ length }) => length === 0)) return [];

    const about = { issueId, source, sourceRevision: revision, reason: merging.reason };
    const changes = inTurns(newOpinions).map((some, turn): Change => {
      const rest = turn > 0 ? { tasks: [], units: [] } : { tasks: told(news), units: newUnits };
      return (stands) => ({ type: 'IssueTakenIn', data: { ...about, opinions: some, ...rest, stands } });
    });
    return settled(issueId, issue, changes, news.findLast(({ reason }) => reason)?.reason ?? merging.reason);
  };

const told = (tasks: readonly TaskOnIssue[]) => {
  const outcomes = shortened(tasks.map(({ outcome }) => outcome ?? ''));
  return tasks.map(({ id: taskId, revision: taskRevision, outcome, reason }, index) => ({
    taskId,
    taskRevision,
    ...(outcome !== undefined && { outcome: outcomes[index] ?? '' }),
    ...(reason !== undefined && { reason }),
  }));
};

/** Gives back what came from one that is on its own again. What is here by another way as well, stays. */
export const giveBack =
  (issueId: IssueId, source: IssueId, { unmerging }: ListedIssue): Decide =>
  (issue) => {
    if (issue.status === 'unlisted') return reject('no-such-issue');
    const known = sourceIn(issue.sources, source);
    if (!unmerging || !known.isHere || known.revision >= unmerging.revision) return [];

    const rest = { ...issue, sources: besides(issue.sources, source) };
    const [staying, tasks] = [opinionsOf(rest), tasksOf(rest)];
    const units = [...rest.units, ...rest.sources.flatMap((other) => other.units)];
    const { revision: sourceRevision, reason } = unmerging;
    const changes = inTurns(known.opinions).map((opinions): Change => {
      const data = {
        issueId,
        source,
        sourceRevision,
        reason,
        opinions,
        staying: opinions.filter((id) => staying.includes(id)),
        tasks: known.tasks.map(({ id }) => id).filter((id) => tasks.every((task) => task.id !== id)),
        units: known.units.filter((unit) => !units.includes(unit)),
      };
      return (stands) => ({ type: 'IssueGivenBack', data: { ...data, stands } });
    });
    return settled(issueId, issue, changes, reason);
  };
