import { expect, it } from '@jest/globals';
import { dismiss, object, publish } from '@redress/contracts/rectification/aftermath.examples';
import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import { listed } from '@redress/contracts/rectification/issue.examples';
import {
  envelope,
  inspector,
  lead,
  leadUnit,
  officer,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import {
  accept,
  ask,
  askAgain,
  assign,
  attach,
  attachMore,
  close,
  issueId,
  otherIssueId,
  plan,
  rejectIt,
  reopen,
  report,
  taskId,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { AcceptTaskHandler } from '../accept-task/accept-task.handler.js';
import { AssignTaskHandler } from '../assign-task/assign-task.handler.js';
import { AttachEvidenceHandler } from '../attach-evidence/attach-evidence.handler.js';
import { CloseTaskHandler } from '../close-task/close-task.handler.js';
import { issues } from '../issue/issue.js';
import { membershipsOf } from '../membership/memberships.examples.js';
import { standingsOf } from '../membership/standings.examples.js';
import { unitNamesOf } from '../membership/unit-names.examples.js';
import { ObjectToCloseOutHandler } from '../object-to-close-out/object-to-close-out.handler.js';
import { PlanMeasuresHandler } from '../plan-measures/plan-measures.handler.js';
import { policiesOf } from '../policy/policies.examples.js';
import { PublicNoticeHandler } from '../public-notice/public-notice.handler.js';
import { ReopenTaskHandler } from '../reopen-task/reopen-task.handler.js';
import { ReportProgressHandler } from '../report-progress/report-progress.handler.js';
import { RequestCloseOutHandler } from '../request-close-out/request-close-out.handler.js';
import { VerifyCloseOutHandler } from '../verify-close-out/verify-close-out.handler.js';
import { tasks } from './task.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const store = new InMemoryEventStore(clock);
const memberships = membershipsOf({ [accept.responsible]: [leadUnit] });
const assigning = new AssignTaskHandler(store, clock, memberships, policiesOf());
const accepting = new AcceptTaskHandler(store, clock, memberships);
const planning = new PlanMeasuresHandler(store);
const reporting = new ReportProgressHandler(store);
const attaching = new AttachEvidenceHandler(store);
const requesting = new RequestCloseOutHandler(store, clock, memberships);
const verifying = new VerifyCloseOutHandler(store, clock, standingsOf(store, clock));
const showing = new PublicNoticeHandler(store, clock, policiesOf(), unitNamesOf({ [leadUnit]: 'Logistics' }));
const objecting = new ObjectToCloseOutHandler(store, clock, memberships);
const closing = new CloseTaskHandler(store, clock, policiesOf());
const reopening = new ReopenTaskHandler(store, clock, policiesOf());

let causes = 0;
const by = (actor: Envelope['actor'], happenedAt: Instant = envelope.happenedAt): Envelope => {
  causes += 1;
  return { ...envelope, actor, happenedAt, causationId: `cause ${String(causes)}` as MessageId };
};

it('a task goes its way, back, and its way again; each step is answered again when it is told again', async () => {
  for (const id of [issueId, otherIssueId]) await transact(store, issues, id, by(officer), () => [listed]);
  const again = askAgain.entryId;
  const anybody = { role: 'submitter' } as const;
  const afterNotice = '2026-03-27T16:00:00.000Z' as Instant;
  type Tell = (envelope: Envelope) => Promise<Outcome<string>>;
  type Step = readonly [Envelope['actor'], Tell, string, Instant?];
  const way: readonly Step[] = [
    [officer, (envelope) => assigning.assign(assign, envelope), 'TaskAssigned'],
    [lead, (envelope) => accepting.accept(accept, envelope), 'TaskAccepted'],
    [lead, (envelope) => planning.plan(plan, envelope), 'MeasuresPlanned'],
    [lead, (envelope) => reporting.report(report, envelope), 'ProgressReported'],
    [lead, (envelope) => attaching.attach(attach, envelope), 'EvidenceAttached'],
    [lead, (envelope) => requesting.request(ask, envelope), 'CloseOutRequested'],
    [inspector, (envelope) => verifying.reject(rejectIt, envelope), 'CloseOutRejected'],
    [supporter, (envelope) => attaching.attach(attachMore, envelope), 'EvidenceAttached'],
    [lead, (envelope) => requesting.request(askAgain, envelope), 'CloseOutRequested'],
    [inspector, (envelope) => verifying.verify({ ...verify, entryId: again }, envelope), 'CloseOutVerified'],
    [officer, (envelope) => showing.publish({ ...publish, entryId: again }, envelope), 'NoticePublished'],
    [anybody, (envelope) => objecting.raise(object, envelope), 'ObjectionRaised'],
    [officer, (envelope) => objecting.answer(dismiss, envelope), 'ObjectionAnswered'],
    [officer, (envelope) => closing.close({ ...close, entryId: again }, envelope), 'TaskClosed', afterNotice],
    [officer, (envelope) => reopening.reopen(reopen, envelope), 'TaskReopened', afterNotice],
  ];
  for (const [revision, [actor, tell, , moment]] of way.entries()) {
    const envelope = by(actor, moment);
    const told = await tell(envelope);
    expect(told).toMatchObject({ revision });
    expect(await tell(envelope)).toEqual(told);
  }
  const recorded = await store.read(streamOf(tasks, taskId));
  expect(recorded.map(({ type, actor }) => [actor, type])).toEqual(
    way.map(([actor, , type]) => [actor, type]),
  );
});

it('what was seen is judged by the day where the organisation is', async () => {
  const beforeMidnight = { ...by(inspector), happenedAt: '2026-03-19T15:59:59.999Z' as Instant };
  const id = '0190a5c4-1111-7aaa-8aaa-000000000049' as typeof ask.entryId;
  expect(await requesting.request({ ...ask, entryId: id }, by(lead))).toHaveProperty('revision');
  const seenToday = { ...verify, entryId: id };
  expect(await verifying.verify(seenToday, beforeMidnight)).toEqual({ rejected: 'seen-in-the-future' });
  const afterMidnight = { ...by(inspector), happenedAt: '2026-03-19T16:00:00.000Z' as Instant };
  expect(await verifying.verify(seenToday, afterMidnight)).toHaveProperty('revision');
});
