import { expect, it } from '@jest/globals';
import {
  noticePublished,
  objected,
  objectionDismissed,
  objectionUpheld,
  otherObjectionId,
  reviewAnswered,
  reviewRequested,
  reviewUpheld,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  proposeCircular,
  redDrawn,
  talkApproved,
  talkLapsed,
  talkProposed,
} from '@redress/contracts/rectification/escalation.examples';
import { deadline } from '@redress/contracts/rectification/people.examples';
import {
  askAgain,
  assign,
  assigned,
  reassigned,
  requestedAgain,
  returnBy,
  returned,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { toNotice } from './histories.examples.js';
import { tasks } from './task.js';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;

const after = (...events: readonly TaskEvent[]) => events.reduce(tasks.evolve, tasks.initial);
const circular = having<Of<'EscalationProposed'>>(talkProposed, proposeCircular);
const { entryId: circularId, kind } = proposeCircular;
const twoSteps = [assigned, redDrawn, talkProposed, circular, talkApproved] as const;

it('what becomes of one step against a unit leaves the other as it is', () => {
  expect(after(...twoSteps)).toMatchObject({ escalations: [{ status: 'approved' }, { status: 'proposed' }] });
});

it('a step that lapses was approved until then, if it was', () => {
  const lapse = having<Of<'EscalationLapsed'>>(talkLapsed, { on: deadline });
  const talkGone = after(...twoSteps, lapse);
  expect(talkGone).toMatchObject({ escalations: [{ status: 'lapsed', approvedUntil: deadline }, {}] });
  const circularGone = after(...twoSteps, having(lapse, { entryId: circularId, kind }));
  const [, gone] = 'escalations' in circularGone ? circularGone.escalations : [];
  expect(gone).toMatchObject({ id: circularId, status: 'lapsed' });
  expect(gone).not.toHaveProperty('approvedUntil');
});

it('work goes on once an objection was right, and not when it was wrong', () => {
  expect(after(...toNotice, objected, objectionUpheld)).toMatchObject({ status: 'planned' });
  expect(after(...toNotice, objected, objectionDismissed)).toMatchObject({ status: 'on-notice' });
});

it('a new request has objections of its own only', () => {
  const anew = { entryId: askAgain.entryId };
  const again = [requestedAgain, having(verified, anew), having(noticePublished, anew)] as const;
  const objectedAnew = having(objected, { ...anew, objectionId: otherObjectionId });
  expect(after(...toNotice, objected, objectionUpheld, ...again, objectedAnew)).toMatchObject({
    closeOuts: [{ objections: [{ status: 'upheld' }] }, { objections: [{ id: otherObjectionId }] }],
  });
});

it('a deadline that was counted when it was assigned anew says how', () => {
  const counted = having<Of<'TaskReassigned'>>(reassigned, { deadlineBy: returnBy });
  expect(after(assigned, returned, counted)).toMatchObject({ assignment: { deadlineBy: returnBy } });
});

it('a review changes the criterion, if it answers so', () => {
  const { criterion } = reviewAnswered.data;
  expect(after(assigned, reviewRequested, reviewAnswered)).toMatchObject({ assignment: { criterion } });
  expect(after(assigned, reviewRequested, reviewUpheld)).toMatchObject({
    assignment: { criterion: assign.criterion },
  });
});
