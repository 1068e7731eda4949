import { randomUUID } from 'node:crypto';
import { MergeIssue, UnmergeIssue } from '@redress/contracts/rectification/merge-issue';
import { SplitIssue } from '@redress/contracts/rectification/split-issue';
import { eventually } from '@redress/messaging/nats-server.testing';
import { tasksIn } from './at-task.js';
import { aWorld, type Drive, everyRejectionOf } from './drives.js';
import type { Who } from './people.js';
import { LISTING, type World } from './world.js';

const world = aWorld();

const another = randomUUID();
type Issue = { readonly id: string; readonly path: string; readonly opinion: string };
/** Each made once, since what is rejected leaves it as it is. */
const once = <Made>(make: (running: World) => Promise<Made>): ((running: World) => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return (running) => (made ??= make(running));
};

const unlisted = (): Promise<Issue> =>
  Promise.resolve({ id: another, path: `/issues/${another}`, opinion: another });
const listed = once((running) => running.issue());
const target = once((running) => running.issue());
/** Seen to have taken in the other. */
const pair = once(async (running) => {
  const [source, into] = [await running.issue(), await running.issue()];
  await running.does('office', `${source.path}/merging`, { into: into.id, reason: 'The same' });
  const seen = () => running.people.as('office', { method: 'GET', path: into.path });
  await eventually(async () => JSON.stringify((await seen()).body).includes(source.opinion));
  return { source, into };
});
const merged = async (running: World): Promise<Issue> => (await pair(running)).source;
const taking = async (running: World): Promise<Issue> => (await pair(running)).into;
const issueOf = (id: string): Issue => ({ id, path: `/issues/${id}`, opinion: another });
const standing = (station: 'closed' | 'assigned', status: string) =>
  once(async (running: World): Promise<Issue> => {
    const issue = issueOf((await tasksIn(running).at(station, { alone: true })).issue);
    const seen = () => running.people.as('office', { method: 'GET', path: issue.path });
    await eventually(async () => (await seen()).body['status'] === status);
    return issue;
  });
const resolved = standing('closed', 'resolved');
const inHand = standing('assigned', 'in-hand');

type Make = (running: World) => Promise<Issue>;
const merges = (status: number, of: Make, into: Make, who: Who = 'office'): Drive => ({
  status,
  who,
  asked: async (running) => {
    const [{ path }, { id }] = [await of(running), await into(running)];
    return { path: `${path}/merging`, body: { into: id, reason: 'The same matter' }, watched: path };
  },
});
everyRejectionOf(MergeIssue, world, {
  'not-the-office': merges(403, listed, target, 'leading'),
  'no-such-issue': merges(404, unlisted, target),
  'already-merged': merges(409, merged, target),
  'issue-is-resolved': merges(409, resolved, target),
  'merged-into-itself': merges(422, listed, listed),
  'no-such-target': merges(422, listed, unlisted),
  'target-is-merged': merges(409, listed, merged),
  'has-merged-issues': merges(409, taking, target),
  'target-is-resolved': merges(409, inHand, resolved),
});

const unmerges = (status: number, of: Make, who: Who = 'office'): Drive => ({
  status,
  who,
  asked: async (running) => {
    const { path } = await of(running);
    return { method: 'DELETE', path: `${path}/merging`, body: { reason: 'Two matters' }, watched: path };
  },
});
everyRejectionOf(UnmergeIssue, world, {
  'not-the-office': unmerges(403, merged, 'lead'),
  'no-such-issue': unmerges(404, unlisted),
  'not-merged': unmerges(409, listed),
});

type Splitting = { readonly as?: string; readonly more?: object };
const splits = (
  status: number,
  of: Make,
  how: (issue: Issue, running: World) => Splitting | Promise<Splitting>,
): Drive => ({
  status,
  who: 'office',
  asked: async (running) => {
    const issue = await of(running);
    const { as = another, more } = await how(issue, running);
    const body = { ...LISTING, opinions: [], both: [], reason: 'Two matters', ...more };
    return { path: `${issue.path}/splitting/${as}`, body, watched: issue.path };
  },
});
everyRejectionOf(SplitIssue, world, {
  'not-the-office': { ...splits(403, listed, () => ({})), who: 'auditor' },
  'no-such-issue': splits(404, unlisted, () => ({ as: randomUUID() })),
  'issue-id-is-taken': splits(409, listed, async (_, running) => ({ as: (await target(running)).id })),
  'no-such-severity': splits(422, listed, () => ({ more: { severity: 'deadly' } })),
  'issue-is-merged': splits(409, merged, () => ({})),
  'opinion-named-twice': splits(422, listed, ({ opinion }) => ({
    more: { opinions: [opinion], both: [opinion] },
  })),
  'not-an-opinion-of-the-issue': splits(422, listed, () => ({ more: { opinions: [another] } })),
  'opinion-of-a-merged-issue': splits(409, taking, async (_, running) => ({
    more: { opinions: [(await merged(running)).opinion] },
  })),
});
