import { describe, expect, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  givenBack,
  issueReopened,
  joined,
  listed,
  merged,
  opinionId,
  otherOpinionId,
  otherTaskId,
  resolved,
  takenIn,
  taskClosed,
  taskReopened,
} from '@redress/contracts/rectification/issue.examples';
import { leadUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import { issueId, otherIssueId, taskId } from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues, type ListedIssue } from '../issue/issue.js';
import { takeIn } from './follow-source.js';

const { given } = specFor(issues);
type E<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>;
const taken = (change: Partial<E<'IssueTakenIn'>['data']>) => having<E<'IssueTakenIn'>>(takenIn, change);
const reopened = (change: Partial<E<'IssueReopened'>['data']>) =>
  having<E<'IssueReopened'>>(issueReopened, change);

/** The source, after these; it was listed by the other opinion, and its task is the other one. */
const sourceAfter = (...events: readonly IssueEvent[]) =>
  events.reduce(
    issues.evolve,
    issues.evolve(issues.initial, having(listed, { opinionId: otherOpinionId })),
  ) as ListedIssue;
const otherBegun = having(begun, { taskId: otherTaskId });
const otherClosed = having(taskClosed, { taskId: otherTaskId, outcome: 'The cellar is dry' });
const otherReopened = having(taskReopened, { taskId: otherTaskId });
const taking = (...events: readonly IssueEvent[]) => {
  const { merging, ...source } = sourceAfter(...events, merged);
  if (!merging) throw new Error('it is not merged');
  return takeIn(issueId, otherIssueId, { ...source, merging });
};
const following = (...events: readonly IssueEvent[]) => {
  const { merging, ...source } = sourceAfter(merged, ...events);
  if (!merging) throw new Error('it is not merged');
  return takeIn(issueId, otherIssueId, { ...source, merging });
};
const units = [leadUnit, supportingUnit];
const open = { taskId: otherTaskId, taskRevision: 0 };
const done = { taskId: otherTaskId, taskRevision: 7, outcome: 'The cellar is dry' };
const ended = [listed, begun, taskClosed, resolved] as const;

describe('an issue takes in what was merged into it', () => {
  it('with its opinions, its tasks and their units', () => {
    given(listed).when(taking()).yields(takenIn);
    given(listed)
      .when(taking(otherBegun))
      .yields(taken({ sourceRevision: 2, tasks: [open], units, stands: 'in-hand' }));
  });

  it('and is resolved only when those tasks are closed too', () => {
    const waiting = taken({ sourceRevision: 2, tasks: [open], units, stands: 'in-hand' });
    given(listed, begun, waiting)
      .when(following(otherBegun, otherClosed))
      .yields(taken({ sourceRevision: 3, opinions: [], tasks: [done], stands: 'in-hand' }));
    given(listed, begun, waiting, having<E<'TaskClosedOnIssue'>>(taskClosed, { stands: 'in-hand' }))
      .when(following(otherBegun, otherClosed))
      .yields(
        taken({ sourceRevision: 3, opinions: [], tasks: [done], stands: 'resolved' }),
        having(resolved, {
          opinions: [opinionId, otherOpinionId] as never,
          tasks: [taskId, otherTaskId] as never,
          outcome: 'The pipe was replaced\n\nThe cellar is dry',
        }),
      );
  });

  it('and tells who came at once, when it is resolved, and nobody twice', () => {
    given(...ended)
      .when(taking())
      .yields(taken({ stands: 'resolved' }), having(resolved, { opinions: [otherOpinionId] as never }));
    given(...ended, joined, having(resolved, { opinions: [otherOpinionId] as never }))
      .when(taking())
      .yields(taken({ stands: 'resolved' }));
  });

  it('and is open again when a task of the other is: who was told hears it, with the reason', () => {
    given(...ended)
      .when(taking(otherBegun))
      .yields(
        taken({ sourceRevision: 2, tasks: [open], units, stands: 'in-hand' }),
        reopened({ reason: merged.data.reason }),
      );
    const reason = otherReopened.data.reason;
    given(...ended, taken({ sourceRevision: 2, tasks: [done], stands: 'resolved' }))
      .when(following(otherBegun, otherClosed, otherReopened))
      .yields(
        taken({
          sourceRevision: 4,
          opinions: [],
          tasks: [{ taskId: otherTaskId, taskRevision: 8, reason }],
          units,
          stands: 'in-hand',
        }),
        reopened({ opinions: [opinionId, otherOpinionId], reason }),
      );
  });

  it('and keeps up with what comes to the other in the meantime', () => {
    given(listed, takenIn)
      .when(following(having(joined, { opinionId })))
      .yields(taken({ sourceRevision: 2, opinions: [opinionId] }));
  });

  it('and says only what is news of several tasks, and the last reason', () => {
    const second = having(otherBegun, { taskId });
    const known = taken({ sourceRevision: 2, tasks: [open], units, stands: 'in-hand' });
    given(listed, known)
      .when(following(otherBegun, second))
      .yields(
        taken({ sourceRevision: 3, opinions: [], tasks: [{ taskId, taskRevision: 0 }], stands: 'in-hand' }),
      );
    const closings = [otherClosed, having(taskClosed, { taskId })] as const;
    const both = [done, { taskId, taskRevision: 7, outcome: 'The pipe was replaced' }];
    const reason = 'That as well';
    const again = [otherReopened, having(taskReopened, { taskId, reason })] as const;
    given(listed, taken({ sourceRevision: 5, tasks: both, units, stands: 'resolved' }))
      .when(following(otherBegun, second, ...closings, ...again))
      .yields(
        taken({
          sourceRevision: 7,
          opinions: [],
          tasks: [
            { taskId: otherTaskId, taskRevision: 8, reason: otherReopened.data.reason },
            { taskId, taskRevision: 8, reason },
          ],
          stands: 'in-hand',
        }),
        reopened({ opinions: [opinionId, otherOpinionId], reason }),
      );
  });

  it('and counts a task that is on both once, as it was seen last', () => {
    given(listed, begun, taken({ tasks: [{ taskId, taskRevision: 0 }], stands: 'in-hand' }))
      .when(following(begun, taskClosed))
      .yields(
        taken({
          sourceRevision: 3,
          opinions: [],
          tasks: [{ taskId, taskRevision: 7, outcome: 'The pipe was replaced' }],
          units,
          stands: 'resolved',
        }),
        having(resolved, { opinions: [opinionId, otherOpinionId] as never }),
      );
  });

  it('but nothing that comes late, or is no news', () => {
    given(listed, taken({ sourceRevision: 5 }))
      .when(taking(otherBegun))
      .changesNothing();
    given(listed, takenIn, givenBack).when(taking()).changesNothing();
    const noNews = sourceAfter(merged, { ...joined, data: { ...joined.data, opinionId: otherOpinionId } });
    expect(noNews.revision).toBe(2);
    given(listed, takenIn)
      .when(following(having(joined, { opinionId: otherOpinionId })))
      .changesNothing();
  });

  it('but nothing when it is merged itself', () => {
    given(listed, merged).when(taking()).isRejected('is-merged-itself');
    given().when(taking()).isRejected('no-such-issue');
  });
});
