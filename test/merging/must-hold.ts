import { expect } from '@jest/globals';
import { lifted, type Recorded, streamOf } from '@redress/contracts/event';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { asOne } from '@redress/contracts/outcomes';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { load } from '@redress/eventsourcing/load';
import { current } from '../../services/intake/src/opinion/ends.js';
import { opinions } from '../../services/intake/src/opinion/opinion.js';
import { opinionsOf, tasksOf } from '../../services/rectification/src/issue/belongings.js';
import { issues, type ListedIssue } from '../../services/rectification/src/issue/issue.js';
import { tasks } from '../../services/rectification/src/task/task.js';
import { ISSUES, NEW_ISSUES, OPINIONS, TASKS, type World } from './world.js';

/** The issues that are on the books. */
export const onTheBooks = async (world: World): Promise<ReadonlyMap<IssueId, ListedIssue>> => {
  const all = new Map<IssueId, ListedIssue>();
  for (const id of [...ISSUES, ...NEW_ISSUES]) {
    const issue = await world.issue(id);
    if (issue.status !== 'unlisted') all.set(id, issue);
  }
  return all;
};

/** Which opinions hear the end of each issue that is not merged. */
export const membership = async (world: World): Promise<Readonly<Record<IssueId, readonly OpinionId[]>>> =>
  Object.fromEntries(
    [...(await onTheBooks(world))]
      .filter(([, issue]) => !issue.merging)
      .map(([id, issue]) => [id, [...opinionsOf(issue)].sort()]),
  );

/** At any time: an opinion that an issue had is the own of one, or on its way to a new one. */
export const nobodyIsLost = async (world: World): Promise<void> => {
  const listedThere = await listings(world);
  const all = [...(await onTheBooks(world))];
  for (const opinion of listedThere) {
    const isHeld = all.some(
      ([, issue]) =>
        issue.opinions.includes(opinion) ||
        issue.splits.some(({ opinions: going, both }) => going.includes(opinion) || both.includes(opinion)),
    );
    expect([opinion, isHeld]).toEqual([opinion, true]);
  }
};

/** The opinions of which rectification has heard. */
const listings = async (world: World): Promise<readonly OpinionId[]> =>
  (await historiesOf(world)).flatMap(({ type, data }) =>
    type === 'IssueListed' || type === 'OpinionJoinedIssue' ? [data['opinionId'] as OpinionId] : [],
  );

const historiesOf = async (world: World): Promise<readonly Recorded[]> =>
  (
    await Promise.all(
      [...ISSUES, ...NEW_ISSUES].map((issueId) => world.rectification.read(streamOf(issues, issueId))),
    )
  ).flat();

/** When everything was heard: both services agree, with each other and with what the office asked for. */
export const allAgree = async (world: World): Promise<void> => {
  const books = await onTheBooks(world);
  await standAsTheirTasks(world, books);
  for (const { stream, actor } of (await historiesOf(world)).filter(({ type }) => type === 'IssueUnmerged'))
    if (actor.role === 'system') undone(world, stream.slice('issue-'.length) as IssueId, books);

  for (const opinionId of OPINIONS) {
    const homes = [...(world.homes.get(opinionId) ?? [])];
    const living = [...new Set(homes.map((home) => world.into.get(home) ?? home))].sort();
    const belonging = [...books].filter(
      ([, issue]) => !issue.merging && opinionsOf(issue).includes(opinionId),
    );
    expect([opinionId, belonging.map(([id]) => id).sort()]).toEqual([opinionId, living]);
    await hearsThem(world, opinionId, belonging);
  }
};

/** Told from the streams of the tasks alone: how each issue stands, with those of the issues that are merged into it. */
const standAsTheirTasks = async (world: World, books: ReadonlyMap<IssueId, ListedIssue>): Promise<void> => {
  const open = new Map<IssueId, boolean[]>();
  for (const taskId of TASKS) {
    const last = (await world.rectification.read(streamOf(tasks, taskId))).at(-1);
    for (const named of (last?.data['issues'] ?? []) as readonly IssueId[]) {
      const id = books.get(named)?.merging?.into ?? named;
      open.set(id, [...(open.get(id) ?? []), last?.type !== 'TaskClosed']);
    }
  }
  for (const [id, { status, merging }] of books) {
    if (merging) expect(books.get(merging.into)?.merging).toBeUndefined();
    const tasksThere = open.get(id) ?? [];
    const stands = tasksThere.length === 0 ? 'listed' : tasksThere.includes(true) ? 'in-hand' : 'resolved';
    expect([id, status]).toEqual([id, merging ? 'merged' : stands]);
  }
};

/** A merging that the service took back. */
const undone = (world: World, id: IssueId, books: ReadonlyMap<IssueId, ListedIssue>): void => {
  if (!books.get(id)?.merging) world.into.delete(id);
};

/** One opinion waits for exactly the ends of its issues, and was told what came of those that are resolved. */
const hearsThem = async (
  world: World,
  opinionId: OpinionId,
  belonging: readonly (readonly [IssueId, ListedIssue])[],
): Promise<void> => {
  const opinion = await load(world.intake, opinions, opinionId);
  if (belonging.length === 0) {
    expect(opinion.status).toBe('acknowledged');
    return;
  }
  const ends = 'ends' in opinion ? current(opinion.ends) : [];
  const heard = Object.fromEntries(ends.map(({ of, outcome }) => [of, outcome]));
  const expected = Object.fromEntries(
    belonging.map(([id, issue]) => [
      id,
      issue.status === 'resolved' ? asOne(tasksOf(issue).flatMap(({ outcome }) => outcome ?? [])) : undefined,
    ]),
  );
  expect(heard).toEqual(expected);
  const isTold = Object.values(expected).every((outcome) => outcome !== undefined);
  expect(opinion.status).toBe(isTold ? 'told' : 'listed');
};

type Telling = { readonly told: readonly string[]; readonly resolved: readonly string[] };
type Ending = readonly [opinion: OpinionId, issue: IssueId | undefined, revision: number];

/** Which endings each opinion was told, and which there were for it. */
export const tellings = async (world: World): Promise<Telling> => {
  const told: Ending[] = [];
  for (const opinionId of OPINIONS)
    for (const stored of await world.intake.read(streamOf(opinions, opinionId))) {
      const { type, data }: OpinionEvent = lifted<OpinionEvent, Recorded>(opinions, stored);
      if (type === 'OutcomeTold') told.push([opinionId, data.issueId, data.revision]);
    }
  const resolved = (await historiesOf(world)).flatMap((stored): readonly Ending[] => {
    const { type, data }: IssueEvent = lifted<IssueEvent, Recorded>(issues, stored);
    if (type !== 'IssueResolved') return [];
    return data.opinions.map((opinion) => [opinion, data.issueId, stored.revision]);
  });
  return {
    told: told.map((ending) => JSON.stringify(ending)),
    resolved: resolved.map((one) => JSON.stringify(one)),
  };
};

/** The same events fold to the same states, event by event and at once. */
export const foldsAlike = async (world: World): Promise<void> => {
  for (const id of [...ISSUES, ...NEW_ISSUES]) {
    const history = await world.rectification.read(streamOf(issues, id));
    const again = JSON.parse(JSON.stringify(history)) as typeof history;
    expect(fold(issues, again)).toEqual(fold(issues, history));
  }
};
