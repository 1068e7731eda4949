import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import { type Event, streamOf } from '@redress/contracts/event';
import { acknowledged, listed, officer, submitted } from '@redress/contracts/intake/opinion.examples';
import { listed as onTheBooks } from '@redress/contracts/rectification/issue.examples';
import {
  assigned,
  closed,
  reassigned,
  reopened,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CaseId, Instant, IssueId, MessageId, OpinionId, TaskId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { StoppedClock } from '@redress/eventsourcing/clock';
import type { Decision } from '@redress/eventsourcing/decision';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { listOpinion } from '../../services/intake/src/list-opinion/list-opinion.js';
import { opinions } from '../../services/intake/src/opinion/opinion.js';
import { TellOutcomeReaction } from '../../services/intake/src/tell-outcome/tell-outcome.reaction.js';
import { FollowIssuesReaction } from '../../services/rectification/src/follow-issues/follow-issues.reaction.js';
import { FollowTasksReaction } from '../../services/rectification/src/follow-tasks/follow-tasks.reaction.js';
import { opinionsOf } from '../../services/rectification/src/issue/belongings.js';
import { type Issue, issues } from '../../services/rectification/src/issue/issue.js';
import { ListIssueReaction } from '../../services/rectification/src/list-issue/list-issue.reaction.js';
import { mergeIssue, unmergeIssue } from '../../services/rectification/src/merge-issue/merge-issue.js';
import { splitIssue } from '../../services/rectification/src/split-issue/split-issue.js';
import { tasks } from '../../services/rectification/src/task/task.js';
import { CutOffStore, LateDeliveries } from './late-deliveries.js';

const at = '2026-03-20T08:00:00.000Z' as Instant;
const id = (kind: number, n: number): string =>
  `0190a5c4-77${String(kind)}0-7aaa-8aaa-${String(n).padStart(12, '0')}`;
export const OPINIONS = Array.from({ length: 5 }, (_, n) => id(1, n) as OpinionId);
export const ISSUES = Array.from({ length: 3 }, (_, n) => id(2, n) as IssueId);
export const NEW_ISSUES = Array.from({ length: 2 }, (_, n) => id(3, n) as IssueId);
export const TASKS = Array.from({ length: 4 }, (_, n) => id(4, n) as TaskId);

/** Intake and rectification with their stores and reactions, and what somebody else would know of it. */
export class World {
  readonly intake = new CutOffStore(new StoppedClock(at));
  readonly rectification = new CutOffStore(new StoppedClock(at));
  readonly deliveries = new LateDeliveries([
    { reaction: new ListIssueReaction(this.rectification), store: this.intake, category: 'opinion' },
    { reaction: new FollowTasksReaction(this.rectification), store: this.rectification, category: 'task' },
    { reaction: new FollowIssuesReaction(this.rectification), store: this.rectification, category: 'issue' },
    { reaction: new TellOutcomeReaction(this.intake), store: this.rectification, category: 'issue' },
  ]);
  /** Where each opinion was put by the office, and into which issue each was merged: told from the commands alone. */
  readonly homes = new Map<OpinionId, ReadonlySet<IssueId>>();
  readonly into = new Map<IssueId, IssueId>();
  private commands = 0;

  static async begin(): Promise<World> {
    const world = new World();
    for (const opinionId of OPINIONS)
      await world.commanded(world.intake, opinions, opinionId, opinionId, () => [
        { ...submitted, data: { ...submitted.data, opinionId } },
        { ...acknowledged, data: { opinionId } },
      ]);
    return world;
  }

  async list(opinionId: OpinionId, issueId: IssueId): Promise<void> {
    const { title, problem, topic, severity } = listed.data;
    const command = { opinionId, issueId, title, problem, topic, severity };
    const decide = listOpinion(command, officer, [severity]);
    if (await this.commanded(this.intake, opinions, opinionId, opinionId, decide))
      this.homes.set(opinionId, new Set([issueId]));
  }

  /** `looked` is the target as the office saw it: by then it may stand otherwise. */
  async merge(issueId: IssueId, into: IssueId, looked?: Issue): Promise<void> {
    const target = looked ?? (await this.issue(into));
    if ((await this.issue(into)).status === 'unlisted') return;
    const decide = mergeIssue({ issueId, into, reason: 'one matter' }, officer, target);
    if (await this.commanded(this.rectification, issues, issueId, issueId, decide))
      this.into.set(issueId, into);
  }

  async unmerge(issueId: IssueId): Promise<void> {
    const decide = unmergeIssue({ issueId, reason: 'two matters' }, officer);
    if (await this.commanded(this.rectification, issues, issueId, issueId, decide)) this.into.delete(issueId);
  }

  async split(
    issueId: IssueId,
    newIssueId: IssueId,
    named: readonly OpinionId[],
    areInBoth: boolean,
  ): Promise<void> {
    const issue = await this.issue(issueId);
    if (issue.status === 'unlisted') return;
    const belonging = named.filter((opinion) => opinionsOf(issue).includes(opinion));
    const [going, both] = areInBoth ? [[], belonging] : [belonging, []];
    const { title, problem, topic, severity } = onTheBooks.data;
    const listing = { title, problem, topic, severity, reason: 'two matters' };
    const isTaken = (await this.issue(newIssueId)).status !== 'unlisted';
    const severities = [{ name: severity, en: 'x', zh: 'x' }];
    const decide = splitIssue({ issueId, newIssueId, ...listing, opinions: going, both }, officer, {
      isTaken,
      severities,
    });
    if (!(await this.commanded(this.rectification, issues, issueId, issueId, decide))) return;
    for (const opinion of going)
      this.homes.set(opinion, new Set([...this.homesOf(opinion, issueId), newIssueId]));
    for (const opinion of both) this.homes.set(opinion, new Set([...this.homesOf(opinion), newIssueId]));
  }

  /** `isLate`: what stands in the way came after somebody looked. */
  async assign(taskId: TaskId, named: readonly IssueId[], isLate: boolean): Promise<void> {
    const [free, taken]: [IssueId[], IssueId[]] = [[], []];
    for (const issueId of named) {
      const { status } = await this.issue(issueId);
      if (status === 'listed' || status === 'in-hand') free.push(issueId);
      else if (status !== 'unlisted') taken.push(issueId);
    }
    const on = isLate ? [...free, ...taken] : free;
    if (on.length === 0 || (await this.lastOf(taskId)) !== undefined) return;
    await this.happens(taskId, { ...assigned, data: { ...assigned.data, taskId, issues: on } });
  }

  /** It goes on: returned and assigned anew, closed, or opened again. */
  async goOn(taskId: TaskId, isReturned: boolean): Promise<void> {
    const last = await this.lastOf(taskId);
    if (last === undefined) return;
    const { revision } = last;
    const about = { taskId, issues: last.data['issues'] as IssueId[] };
    const next: TaskEvent =
      last.type === 'TaskReturned'
        ? { ...reassigned, data: { ...reassigned.data, ...about } }
        : last.type === 'TaskClosed'
          ? { ...reopened, data: { ...reopened.data, ...about, reason: `again ${String(revision)}` } }
          : isReturned
            ? { ...returned, data: { ...returned.data, ...about } }
            : { ...closed, data: { ...closed.data, ...about, outcome: `${taskId} ${String(revision)}` } };
    await this.happens(taskId, next);
  }

  issue(issueId: IssueId): Promise<Issue> {
    return load(this.rectification, issues, issueId);
  }

  private homesOf(opinion: OpinionId, besides?: IssueId): readonly IssueId[] {
    return [...(this.homes.get(opinion) ?? [])].filter((home) => home !== besides);
  }

  private async lastOf(taskId: TaskId) {
    return (await this.rectification.read(streamOf(tasks, taskId))).at(-1);
  }

  private async happens(taskId: TaskId, event: TaskEvent): Promise<void> {
    await this.commanded(this.rectification, tasks, taskId, taskId, () => [event]);
  }

  /** Whether it was accepted. A command that is cut off is sent again with the same cause, as callers do. */
  private async commanded<State, E extends Event, Reason extends string>(
    store: CutOffStore,
    aggregate: Aggregate<State, E>,
    stream: string,
    caseId: string,
    decide: (state: State) => Decision<E, Reason>,
  ): Promise<boolean> {
    this.commands += 1;
    const envelope: Envelope = {
      actor: officer,
      correlationId: caseId as CaseId,
      causationId: id(9, this.commands) as MessageId,
      happenedAt: at,
    };
    const send = (): Promise<Outcome<Reason>> => transact(store, aggregate, stream, envelope, decide);
    const before = (await store.read(streamOf(aggregate, stream))).length;
    const outcome = await send().catch(send);
    return !('rejected' in outcome) && (await store.read(streamOf(aggregate, stream))).length > before;
  }
}
