import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { LedgerWork } from '../merging/ledger-work.js';
import { callerOf } from './caller.js';
import { startSystem, type System } from './system.js';

let system: System;
let work: LedgerWork;

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
    audit: AuditModule,
  });
  work = await LedgerWork.begin(callerOf(system.url), system.operatorToken);
});

afterAll(() => system.stop());

const typesIn = async (caseId: string, ...expected: readonly string[]): Promise<void> => {
  const entries = expect.arrayContaining(expected.map((type) => expect.objectContaining({ type })));
  await work.sees(`/cases/${caseId}`, { entries });
};

it('two issues are one matter, and then they are two: everybody hears the end of the own one', async () => {
  const [ann, bob, cid] = [
    await work.speaks('A leak'),
    await work.speaks('Water'),
    await work.speaks('Damp'),
  ];
  const [leak, water] = [await work.listed(ann), await work.listed(bob)];
  const merging = `/issues/${leak}/merging`;
  const merge = { into: water, reason: 'Both speak of one pipe' };
  await work.isTold('logistics', 'not-the-office', 403, 'PUT', merging, merge);
  await work.isTold('office', 'merged-into-itself', 422, 'PUT', merging, { ...merge, into: leak });
  await work.isTold('office', 'no-such-target', 422, 'PUT', merging, { ...merge, into: randomUUID() });
  await work.isTold('office', 'not-merged', 409, 'DELETE', merging, { reason: 'x' });
  await work.does('office', 'PUT', merging, merge);
  await work.sees(`/issues/${leak}`, { status: 'merged', mergedInto: water });
  await work.sees(`/issues/${water}`, {
    mergedFrom: { [leak]: {} },
    opinions: { [ann.opinionId]: {}, [bob.opinionId]: {} },
  });

  await work.lists(cid, leak);
  await work.sees(`/issues/${water}`, { opinions: { [cid.opinionId]: {} } });
  const issues = [leak];
  const task = `/tasks/${randomUUID()}`;
  await work.isTold('office', 'issue-is-merged', 409, 'PUT', task, work.assignment(issues));
  await work.isTold('office', 'target-is-merged', 409, 'PUT', `/issues/${water}/merging`, {
    ...merge,
    into: leak,
  });

  await work.solves([water], 'The pipe was replaced');
  for (const sent of [ann, bob, cid])
    await work.follows(sent, { status: 'told', outcome: 'The pipe was replaced' });

  await work.does('office', 'DELETE', merging, { reason: 'The leak is in the roof' });
  for (const sent of [ann, cid]) {
    const { steps } = await work.follows(sent, { status: 'listed' });
    expect((steps as { what: string }[]).slice(-3)).toMatchObject([
      { what: 'moved', text: merge.reason },
      { what: 'told' },
      { what: 'moved', text: 'The leak is in the roof' },
    ]);
  }
  await work.sees(`/issues/${water}`, {
    status: 'resolved',
    mergedFrom: {},
    opinions: { [bob.opinionId]: {} },
  });
  await work.solves([leak], 'The roof was tiled');
  for (const sent of [ann, cid]) await work.follows(sent, { status: 'told', outcome: 'The roof was tiled' });
  await work.follows(bob, { status: 'told', outcome: 'The pipe was replaced' });

  await typesIn(ann.opinionId, 'IssueMerged', 'IssueUnmerged', 'OpinionMoved');
  await typesIn(bob.opinionId, 'IssueTakenIn', 'IssueGivenBack', 'IssueResolved');
});

it('an issue is merged with the tasks that it has: the other ends when they are closed as well', async () => {
  const [ann, bob] = [await work.speaks('A leak'), await work.speaks('Water')];
  const [leak, water] = [await work.listed(ann), await work.listed(bob)];
  const taskId = await work.assigns([leak]);
  await work.sees(`/issues/${leak}`, { status: 'in-hand' });
  await work.does('office', 'PUT', `/issues/${leak}/merging`, { into: water, reason: 'One pipe' });
  await work.sees(`/issues/${water}`, { status: 'in-hand', tasks: { [taskId]: { status: 'open' } } });
  await work.solves([water], 'The pipe was replaced');
  await work.sees(`/issues/${water}`, { status: 'in-hand' });
  await work.follows(bob, { status: 'listed' });
});

it('an issue is split: who spoke of both hears both ends, one after the other', async () => {
  const [ann, bob] = [await work.speaks('A leak and a lamp'), await work.speaks('A lamp')];
  const leak = await work.listed(ann);
  await work.lists(bob, leak);
  await work.sees(`/issues/${leak}`, { opinions: { [bob.opinionId]: {} } });
  const lamp = randomUUID();
  const listing = { title: 'A lamp', problem: 'It is dark', topic: 'safety', severity: 'minor' };
  const split = { ...listing, opinions: [bob.opinionId], both: [ann.opinionId], reason: 'Two matters' };
  const splitting = `/issues/${leak}/splitting/${lamp}`;
  await work.isTold('office', 'opinion-named-twice', 422, 'PUT', splitting, {
    ...split,
    both: split.opinions,
  });
  const strangers = { ...split, both: [randomUUID()] };
  await work.isTold('office', 'not-an-opinion-of-the-issue', 422, 'PUT', splitting, strangers);
  await work.isTold('office', 'no-such-severity', 422, 'PUT', splitting, { ...split, severity: 'grave' });
  await work.does('office', 'PUT', splitting, split);
  await work.does('office', 'PUT', splitting, split);
  await work.sees(`/issues/${lamp}`, { splitFrom: leak, status: 'listed' });
  await work.sees(`/issues/${leak}`, { splitInto: { [lamp]: {} } });
  await work.follows(bob, { steps: expect.arrayContaining([expect.objectContaining({ what: 'moved' })]) });

  await work.solves([lamp], 'The lamp shines');
  await work.follows(bob, { status: 'told', outcome: 'The lamp shines' });
  await work.follows(ann, { status: 'listed', outcome: 'The lamp shines' });
  expect(await work.writes(ann, 'appraisal', { appraisal: 'satisfied' })).toMatchObject({ status: 409 });
  await work.solves([leak], 'The pipe was replaced');
  await work.follows(ann, { status: 'told', outcome: 'The lamp shines\n\nThe pipe was replaced' });
  expect(await work.writes(ann, 'appraisal', { appraisal: 'satisfied' })).toMatchObject({ status: 200 });
});

it('an opinion is split into its matters, under the one receipt, and appraised when all have ended', async () => {
  const ann = await work.speaks('A leak and a lamp');
  const at = `/opinions/${ann.opinionId}`;
  const [leak, lamp] = [randomUUID(), randomUUID()];
  const parts = [
    { opinionId: leak, title: 'A leak', text: 'The pipe leaks' },
    { opinionId: lamp, title: 'A lamp', text: 'The lamp is broken' },
  ];
  const split = { parts, reason: 'Two matters' };
  await work.isTold('logistics', 'not-the-office', 403, 'PUT', `${at}/splitting`, split);
  await work.does('office', 'PUT', `${at}/splitting`, split);
  for (const id of [leak, lamp]) await work.sees(`/opinions/${id}`, { status: 'acknowledged' });
  await work.does('office', 'DELETE', `${at}/splitting`, { reason: 'A mistake' });
  await work.follows(ann, { status: 'acknowledged', parts: [] });
  const again = [randomUUID(), randomUUID()];
  const named = parts.map((part, index) => ({ ...part, opinionId: again[index] }));
  await work.sees(`/opinions/${leak}`, { status: 'taken-back' });
  await work.isTold('office', 'opinion-id-is-taken', 409, 'PUT', `${at}/splitting`, split);
  await work.does('office', 'PUT', `${at}/splitting`, { ...split, parts: named });
  await work.follows(ann, {
    status: 'split',
    parts: named.map((part) => ({ ...part, status: 'acknowledged' })),
  });

  const [first, second] = again.map((id) => ({ opinionId: id, receipt: ann.receipt })) as [
    typeof ann,
    typeof ann,
  ];
  await work.sees(`/opinions/${first.opinionId}`, { partOf: ann.opinionId });
  await work.does('office', 'PUT', `/opinions/${first.opinionId}/answer`, { answer: 'It is mended' });
  await work.isTold('office', 'part-is-in-hand', 409, 'DELETE', `${at}/splitting`, { reason: 'x' });
  await work.follows(ann, { status: 'split', outcome: 'It is mended' });
  const entry = { part: first.opinionId, text: 'Since when?' };
  expect(await work.writes(ann, `entries/${randomUUID()}`, entry)).toMatchObject({ status: 200 });
  const nobodys = { ...entry, part: randomUUID() };
  expect(await work.writes(ann, `entries/${randomUUID()}`, nobodys)).toMatchObject({
    status: 404,
    body: { type: '/problems/not-a-part-of-the-opinion' },
  });
  await work.follows(ann, { parts: [{ status: 'acknowledged' }, {}] });
  await work.does('office', 'PUT', `/opinions/${first.opinionId}/answer`, { answer: 'Since Monday' });

  const issue = await work.listed(second);
  await work.solves([issue], 'The lamp shines');
  await work.follows(ann, {
    status: 'told',
    outcome: 'Since Monday\n\nThe lamp shines',
    parts: [
      { status: 'answered', answer: 'Since Monday' },
      { status: 'told', outcome: 'The lamp shines' },
    ],
  });
  expect(await work.writes(ann, 'appraisal', { appraisal: 'partly' })).toMatchObject({ status: 200 });
  await typesIn(
    ann.opinionId,
    'OpinionSplit',
    'OpinionPartBegun',
    'PartsJoined',
    'PartTakenBack',
    'IssueListed',
  );
});
