import { expect } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { taskIdOfFinding } from '@redress/contracts/inspection/finding-ids';
import { visitSubmitted } from '@redress/contracts/inspection/visit.examples';
import { type FindingId, type ItemId, START } from '@redress/contracts/values';
import { load } from '@redress/eventsourcing/load';
import type { KnownFinding } from '../../services/inspection/src/finding/finding.js';
import { tasks } from '../../services/rectification/src/task/task.js';
import type { CutOffStore } from '../merging/late-deliveries.js';
import { MUST } from './visit-steps.js';
import type { World } from './world.js';

export const eventsOf = async (store: CutOffStore): Promise<readonly Recorded[]> =>
  (await store.readAll(START, [''], 100_000)).events;

const known = async (world: World): Promise<readonly (readonly [FindingId, KnownFinding])[]> => {
  const streams = (await eventsOf(world.inspection)).map(({ stream }) => stream);
  const ids = new Set(streams.flatMap((stream) => /^finding-(.*)$/.exec(stream)?.slice(1) ?? []));
  const all = await Promise.all(
    [...ids].map(async (id) => [id as FindingId, await world.finding(id as FindingId)] as const),
  );
  return all.flatMap(([id, finding]) => (finding.status === 'unknown' ? [] : [[id, finding] as const]));
};
const ofType = (events: readonly Recorded[], ...types: readonly string[]) =>
  events.filter(({ type }) => types.includes(type));

/** A finding has at most one issue and one task, and no other task is there. */
export const oneTaskEach = async (world: World): Promise<void> => {
  const events = await eventsOf(world.rectification);
  for (const type of ['IssueListedFromFinding', 'TaskAssigned']) {
    const of = ofType(events, type).map(({ data }) => data['findingId'] as FindingId);
    expect(new Set(of).size).toBe(of.length);
  }
  const issued = ofType(await eventsOf(world.inspection), 'FindingIssued').map(({ data }) => data['taskId']);
  for (const { data } of ofType(events, 'TaskAssigned')) expect(issued).toContain(data['taskId']);
};

const ACTS = ['FindingRecorded', 'FindingChanged', 'FindingCommunicated', 'FindingJoined', 'FindingGaveBack'];
type Checked = {
  by?: string;
  ground?: string;
  recusal?: { person: string; units: string[]; conflicts: { overriddenBy?: string }[] };
};

/** No act without a check of who acts, for the unit, in which nothing spoke against it. */
export const everyActIsChecked = async (world: World): Promise<void> => {
  const acts = ofType(
    await eventsOf(world.inspection),
    ...ACTS,
    'FindingSplit',
    'FindingIssued',
    'FindingWithdrawn',
  );
  for (const { type, data } of acts) {
    const { by, recusal, ground } = data as Checked;
    if (type === 'FindingWithdrawn' && ground !== 'by-hand') continue;
    expect([type, recusal?.person]).toEqual([type, by]);
    expect(recusal?.units).toContain(visitSubmitted.data.unit);
    expect(recusal?.conflicts.every(({ overriddenBy }) => overriddenBy !== undefined)).toBe(true);
  }
};

/** What failed in the visit as it is submitted, and must have a finding, has one. */
export const whatMustHasAFinding = async (world: World): Promise<void> => {
  const visit = await world.visit();
  if (visit.status !== 'submitted') return;
  const found = (await known(world))
    .filter(([, { status, task }]) => status !== 'withdrawn' || task?.standing === 'withdrawn')
    .flatMap(([, { content }]) => content.restsOn.map(({ itemId }) => itemId));
  const failed: readonly ItemId[] = MUST.filter((id) => visit.answers.get(id)?.result === 'fails');
  for (const itemId of failed) expect(found).toContain(itemId);
};

/** Once all has been heard, a finding stands as its task does. */
export const saysOfItsTaskWhatIsSo = async (world: World): Promise<void> => {
  for (const [id, finding] of await known(world)) {
    const task = await load(world.rectification, tasks, taskIdOfFinding(id));
    if (task.status === 'unassigned') {
      expect(finding.task).toBeUndefined();
      continue;
    }
    const standing = ['closed', 'withdrawn', 'returned', 'assigned'].includes(task.status)
      ? task.status
      : 'accepted';
    expect(finding.task?.standing).toBe(standing);
    expect(finding.task?.leadUnit).toBe(task.assignment.leadUnit);
  }
};

/** Nothing is on its way any more: what was issued was taken or refused, what is part of another one is known there. */
export const settled = async (world: World): Promise<void> => {
  const all = new Map(await known(world));
  for (const [id, { status, joining, sources }] of all) {
    expect(status).not.toBe('issued');
    if (joining) expect(all.get(joining.into)?.sources.get(joining.entryId)).toMatchObject({ source: id });
    for (const [entryId, { source }] of sources) expect(all.get(source)?.joining?.entryId).toBe(entryId);
  }
};
