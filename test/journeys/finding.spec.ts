import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { draftIdOf, issueIdOfFinding, taskIdOfFinding } from '@redress/contracts/inspection/finding-ids';
import type { FindingId, ItemId, VisitId } from '@redress/contracts/values';
import { answersAt, found, Inspected, today } from './inspected.js';

const finding = randomUUID() as FindingId;
const [issue, task] = [issueIdOfFinding(finding), taskIdOfFinding(finding)];
const entry = randomUUID();
let inspected: Inspected;
beforeAll(async () => {
  inspected = await Inspected.start();
});
afterAll(() => inspected.stop());

const ofHours = () => draftIdOf(inspected.visit as VisitId, 'hours' as ItemId);
const words = { ...found, restsOn: [{ itemId: 'minutes', entryId: entry }] };
const issuing = () => inspected.issuing();

it('comes from a visit, by itself or with the answers that were written down offline, and is there once', async () => {
  await inspected.isTold('member', 'visit-not-open', 409, `/findings/${finding}`, {
    visitId: inspected.visit,
    ...words,
    restsOn: [],
  });
  const at = new Date().toISOString();
  const batch = {
    openedAt: at,
    entries: answersAt(at, entry),
    findings: [
      { findingId: finding, at, ...words },
      { findingId: randomUUID(), at, ...words, restsOn: [{ itemId: 'nothing' }] },
    ],
  };
  for (let sent = 0; sent < 3; sent += 1) {
    const { body } = await inspected.does('member', `/visits/${inspected.visit}/batch`, batch);
    expect(body).toMatchObject({ refused: [], refusedFindings: [{ reason: 'no-such-item' }] });
  }
  const page = await inspected.comesTo(
    'office',
    `/findings?visitId=${inspected.visit}`,
    ({ rows }) => (rows as object[]).length > 0,
  );
  expect(page['rows']).toMatchObject([
    { id: finding, status: 'recorded', by: inspected.staff.personOf('member') },
  ]);
  await inspected.isTold('checker', 'not-an-inspector-of-the-visit', 403, `/findings/${randomUUID()}`, {
    visitId: inspected.visit,
    ...words,
  });
  await inspected.isTold(
    'office',
    'visit-not-submitted',
    409,
    `/findings/${finding}/issuings/${randomUUID()}`,
    issuing(),
  );
});

it('is there for each item that failed and must have one, once the visit is submitted', async () => {
  await inspected.does('head', `/visits/${inspected.visit}/signature`);
  await inspected.does('member', `/visits/${inspected.visit}/submission`);
  const draft = await inspected.comesTo('head', `/findings/${ofHours()}`, () => true);
  expect(draft).toMatchObject({
    status: 'drafted',
    restsOn: [{ itemId: 'hours' }],
    unit: inspected.staff.unitOf('school'),
  });
  expect(await inspected.sees('head', `/findings/facets?visitId=${inspected.visit}`)).toMatchObject({
    findings: 2,
    severity: expect.arrayContaining([{ value: 'ordinary', findings: 1 }]) as unknown,
  });
  const why = { reason: 'Not so bad' };
  await inspected.isTold(
    'head',
    'item-must-have-a-finding',
    409,
    `/findings/${ofHours()}/withdrawals/${randomUUID()}`,
    why,
  );
  await inspected.isTold(
    'head',
    'not-in-words-yet',
    409,
    `/findings/${ofHours()}/issuings/${randomUUID()}`,
    issuing(),
  );
});

it('is joined with another one, parted and joined again', async () => {
  const join = { into: finding, reason: 'Both are about the study' };
  const joining = `/findings/${ofHours()}/joinings/${randomUUID()}`;
  await inspected.does('member', joining, join);
  await inspected.comesTo(
    'head',
    `/findings/${finding}`,
    ({ takenIn }) => Object.keys(takenIn as object).length === 1,
  );
  await inspected.does('member', `${joining}/parting`, { reason: 'They are two matters' });
  await inspected.comesTo('head', `/findings/${ofHours()}`, ({ status }) => status === 'drafted');
  await inspected.does('member', `/findings/${ofHours()}/joinings/${randomUUID()}`, join);
  await inspected.comesTo(
    'head',
    `/findings/${finding}`,
    ({ takenIn }) => Object.keys(takenIn as object).length === 1,
  );
  expect(await inspected.sees('head', `/findings/${ofHours()}`)).toMatchObject({
    status: 'joined',
    joinedInto: finding,
  });
});

it('is seen by its unit once that was told of it, which says what it thinks', async () => {
  expect((await inspected.staff.as('school', 'GET', `/findings/${finding}`)).status).toBe(404);
  expect(await inspected.sees('school', '/findings')).toEqual({ rows: [] });
  const comment = `/findings/${finding}/comments/${randomUUID()}`;
  await inspected.isTold('school', 'no-such-finding', 404, comment, { text: '会议照开，只是没有记录。' });
  await inspected.does('member', `/findings/${finding}/communication`);
  await inspected.does('school', comment, { text: '会议照开，只是没有记录。' });
  const row = await inspected.comesTo(
    'school',
    `/findings/${finding}`,
    ({ comments }) => Object.keys(comments as object).length > 0,
  );
  expect(row).toMatchObject({ status: 'communicated' });
});

it('comes back with the reason when rectification does not take it, and is issued again', async () => {
  const unknown = { ...issuing(), taskType: 'no-such-type' };
  await inspected.isTold(
    'member',
    'may-not-issue',
    403,
    `/findings/${finding}/issuings/${randomUUID()}`,
    unknown,
  );
  await inspected.does('head', `/findings/${finding}/issuings/${randomUUID()}`, unknown);
  const refused = await inspected.comesTo(
    'head',
    `/findings/${finding}`,
    ({ refusal }) => refusal !== undefined,
  );
  expect(refused).toMatchObject({ status: 'communicated', refusal: { reason: 'no-such-task-type' } });
  expect((await inspected.staff.as('office', 'GET', `/issues/${issue}`)).status).toBe(404);

  const attempt = randomUUID();
  for (let sent = 0; sent < 2; sent += 1)
    await inspected.does('head', `/findings/${finding}/issuings/${attempt}`, issuing());
  const issued = await inspected.comesTo(
    'school',
    `/findings/${finding}`,
    ({ status }) => status === 'in-hand',
  );
  expect(issued).toMatchObject({
    issue: { issueId: issue, taskId: task, attempt },
    task: { standing: 'assigned', leadUnit: inspected.staff.unitOf('school') },
  });
  expect(issued['refusal']).toBeUndefined();
});

it('is a line of the ledger, with its problem, and no second task is assigned on it', async () => {
  const row = await inspected.comesTo('school', `/tasks/${task}`, () => true);
  expect(row).toMatchObject({
    findingId: finding,
    channels: ['inspection'],
    caseId: finding,
    issues: [issue],
  });
  const listed = await inspected.comesTo('office', `/issues/${issue}`, ({ status }) => status === 'in-hand');
  expect(listed).toMatchObject({ findingId: finding, channel: 'inspection', opinions: {} });
  const { rows } = (await inspected.sees('office', '/issues?channel=inspection')) as { rows: object[] };
  expect(rows).toHaveLength(1);
  const { title, leadUnit, supportingUnits, taskType, criterion } = issuing();
  const another = { issues: [issue], title, leadUnit, supportingUnits, taskType, criterion };
  await inspected.isTold('office', 'issue-has-its-task', 409, `/tasks/${randomUUID()}`, another);
});

it('is contested by the unit, and answered by others than its authors; the task follows, and so does the finding', async () => {
  const review = randomUUID();
  await inspected.does('school', `/tasks/${task}/reviews/${review}`, {
    reason: 'The minutes are in the archive',
  });
  const upheld = { outcome: 'changed', reason: 'Some are', criterion: '两个月内补齐' };
  for (const who of ['head', 'member'] as const)
    await inspected.isTold(
      who,
      'reviewer-is-an-author',
      403,
      `/tasks/${task}/reviews/${review}/answer`,
      upheld,
    );
  await inspected.does('checker', `/tasks/${task}/reviews/${review}/answer`, upheld);
  const changed = await inspected.comesTo(
    'head',
    `/findings/${finding}`,
    ({ task: followed }) => (followed as { news: string }).news === 'review-answered',
  );
  expect(changed).toMatchObject({
    status: 'in-hand',
    task: { criterion: '两个月内补齐', review: { entryId: review, outcome: 'changed' } },
  });
});

it('shows how it ended, and all of it is one case', async () => {
  const [measure, closeOut] = [randomUUID(), randomUUID()];
  const person = inspected.staff.personOf('school');
  await inspected.does('school', `/tasks/${task}/acceptance`, { responsible: person });
  const measures = [
    { measureId: measure, what: 'Write them', person, due: today, criterion: 'All are there' },
  ];
  await inspected.does('school', `/tasks/${task}/plan`, { measures });
  await inspected.does('school', `/tasks/${task}/progress/${randomUUID()}`, {
    text: 'Written',
    done: [measure],
  });
  await inspected.does('school', `/tasks/${task}/evidence/${randomUUID()}`, { note: 'Minutes 1 to 9' });
  await inspected.does('school', `/tasks/${task}/close-out/${closeOut}`, { summary: 'Done', unfinished: [] });
  const seen = { seen: 'All nine', where: 'School', on: today };
  await inspected.does('checker', `/tasks/${task}/close-out/${closeOut}/verification`, seen);
  const ground = { ground: 'personal-matter', reason: 'Names are in it' };
  await inspected.does('office', `/tasks/${task}/close-out/${closeOut}/notice/skip`, ground);
  await inspected.does('office', `/tasks/${task}/closing`, { entryId: closeOut, outcome: '已补齐。' });
  const closed = await inspected.comesTo('head', `/findings/${finding}`, ({ status }) => status === 'closed');
  expect(closed).toMatchObject({ task: { standing: 'closed', closedOn: today, outcome: '已补齐。' } });

  const resolved = await inspected.comesTo(
    'office',
    `/issues/${issue}`,
    ({ status }) => status === 'resolved',
  );
  expect(resolved).toMatchObject({ outcome: '已补齐。' });
  const types = [
    'FindingRecorded',
    'FindingIssued',
    'FindingNotListed',
    'FindingRefused',
    'IssueListedFromFinding',
  ];
  const whole = [
    ...types,
    'TaskAssigned',
    'ReviewAnswered',
    'TaskClosed',
    'FindingTaskFollowed',
    'IssueResolved',
  ];
  await inspected.comesTo('auditor', `/cases/${finding}`, (body) =>
    whole.every((type) => JSON.stringify(body).includes(type)),
  );
});
