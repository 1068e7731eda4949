import { expect, it } from '@jest/globals';
import type { PlanChangeRejection } from '@redress/contracts/rectification/change-measures';
import type { ClosingRejection } from '@redress/contracts/rectification/close-task';
import type {
  ExtensionAnswerRejection,
  ExtensionRequestRejection,
} from '@redress/contracts/rectification/extend-deadline';
import type { NamingRejection } from '@redress/contracts/rectification/name-responsible';
import type {
  ObjectingRejection,
  ObjectionAnswerRejection,
} from '@redress/contracts/rectification/object-to-close-out';
import { day30, deadline } from '@redress/contracts/rectification/people.examples';
import type { SkippingRejection } from '@redress/contracts/rectification/public-notice';
import type { ReturnRejection } from '@redress/contracts/rectification/return-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { VerificationRejection } from '@redress/contracts/rectification/verify-close-out';
import type { ExtensionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import fc from 'fast-check';
import { hadItsSay, mayAnswer, mayBeDecided, mayObject } from './notice-promises.examples.js';
import { mayVerify, unitsAfter } from './independence.examples.js';
import { type Task, tasks } from './task.js';
import { type Happened, stored, walked } from './walked.examples.js';
import { anyWalk } from './walks.examples.js';

/** Told from the events alone: on what a task was closed, and by whom that was verified. */
const mayClose = (before: readonly Happened[], closing: TaskEvent & { type: 'TaskClosed' }): void => {
  const { entryId, evidence, atRevision } = closing.data;
  expect(atRevision).toBe(before.length - 1);

  const requests = before.flatMap(({ event }) => (event.type === 'CloseOutRequested' ? [event.data] : []));
  const last = requests.at(-1);
  expect(last?.entryId).toBe(entryId);

  const answers = before.filter(
    ({ event: { type, data } }) =>
      (type === 'CloseOutVerified' || type === 'CloseOutRejected') && data.entryId === entryId,
  );
  expect(answers).toMatchObject([{ event: { type: 'CloseOutVerified' } }]);

  const attached = before.flatMap(({ event }) =>
    event.type === 'EvidenceAttached' ? [event.data.sha256] : [],
  );
  expect(attached.length).toBeGreaterThan(0);
  for (const named of [last?.evidence, evidence]) expect(new Set(named)).toEqual(new Set(attached));
  const used = before.filter(
    ({ event: { type, data } }) => type === 'TaskClosed' && data.entryId === entryId,
  );
  expect(used).toEqual([]);
};

/** Told from the events alone: one request waits at a time, and who moved the deadline so far might do so. */
const mayMoveDeadline = (before: readonly Happened[], { event, actor }: Happened): void => {
  const told = before.map((one) => one.event);
  const asked = told.flatMap(({ type, data }) => (type === 'ExtensionRequested' ? [data] : []));
  const isAnswered = (id: ExtensionId): boolean =>
    told.some(({ type, data }) => ANSWERS.includes(type) && 'extensionId' in data && data.extensionId === id);
  const pending = asked.filter(({ extensionId }) => !isAnswered(extensionId));
  if (event.type === 'ExtensionRequested') expect(pending).toEqual([]);
  else
    expect(pending).toMatchObject([
      { extensionId: (event.data as { extensionId: ExtensionId }).extensionId },
    ]);
  if (event.type !== 'ExtensionGranted') return;
  expect(event.data.until > event.data.deadline).toBe(true);
  expect(event.data.until === pending[0]?.until).toBe(true);
  expect(['office', 'leading-group']).toContain(actor.role);
  if (event.data.until > day30) expect(actor.role).toBe('leading-group');
};
const ANSWERS: readonly TaskEvent['type'][] = ['ExtensionGranted', 'ExtensionRefused', 'ExtensionLapsed'];

/** What is done stays as it was promised, and nothing is promised for after the deadline. */
const mayChange = (before: readonly Happened[], { data }: TaskEvent & { type: 'MeasuresChanged' }): void => {
  const told = before.map((one) => one.event);
  const plans = told.flatMap((one) =>
    one.type === 'MeasuresPlanned' || one.type === 'MeasuresChanged' ? [one.data.measures] : [],
  );
  const done = told.flatMap((one) => (one.type === 'ProgressReported' ? one.data.done : []));
  for (const id of done) {
    const promised = plans.at(-1)?.find(({ measureId }) => measureId === id);
    expect(promised).toBeDefined();
    expect(data.measures).toContainEqual(promised);
  }
  const moved = told.flatMap((one) => (one.type === 'ExtensionGranted' ? [one.data.until] : []));
  for (const { due } of data.measures) expect(due <= (moved.at(-1) ?? deadline)).toBe(true);
};

/** A unit gives back only what is its own and not accepted; from then on nothing happens until it is assigned anew. */
const mayFollow = (before: readonly Happened[], { event, actor }: Happened): void => {
  const told = before.map((one) => one.event);
  const last = told.at(-1)?.type;
  if (event.type === 'TaskReturned') {
    expect(actor.unit).toBe(unitsAfter(told)[0]);
    expect(told.map(({ type }) => type)).not.toContain('TaskAccepted');
  }
  if (event.type === 'TaskReassigned') expect(['TaskReturned', 'ExtensionLapsed']).toContain(last);
  else if (last === 'TaskReturned') expect(event.type).toBe('ExtensionLapsed');
};

const keepsWhatThePublicIsPromised = (before: readonly Happened[], { event, actor }: Happened): void => {
  const told = before.map((one) => one.event);
  if (event.type === 'NoticePublished' || event.type === 'NoticeSkipped') mayBeDecided(told, event);
  if (event.type === 'ObjectionRaised') mayObject(told, event);
  if (event.type === 'TaskClosed') hadItsSay(told, event);
  if (event.type !== 'ObjectionAnswered') return;
  mayAnswer(told, event);
  mayVerify(before, actor);
  expect(actor.role).toBe('office');
};

it('holds on every walk: what was decided is not decided again, and nothing is closed unverified', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyWalk, (steps) => {
      const { happened, rejections } = walked(steps);
      for (const [index, { event, actor }] of happened.entries()) {
        mayFollow(happened.slice(0, index), { event, actor });
        if (event.type === 'TaskClosed') mayClose(happened.slice(0, index), event);
        keepsWhatThePublicIsPromised(happened.slice(0, index), { event, actor });
        if (event.type === 'CloseOutVerified' || event.type === 'CloseOutRejected')
          mayVerify(happened.slice(0, index), actor);
        if (event.type === 'MeasuresChanged') mayChange(happened.slice(0, index), event);
        if (event.type === 'ExtensionRequested' || ANSWERS.includes(event.type))
          mayMoveDeadline(happened.slice(0, index), { event, actor });
        seen.add(event.type);
      }
      for (const reason of rejections) seen.add(reason);
      const task = happened.reduce<Task>((state, { event }) => tasks.evolve(state, event), tasks.initial);
      expect(fold(tasks, stored(happened))).toEqual(task);
    }),
    { numRuns: 1_000 },
  );
  for (const one of WHERE_IT_MATTERS) expect(seen).toContain(one);
});

/** Where so many walks must have come, or they prove nothing. */
const WHERE_IT_MATTERS: readonly (
  | TaskEvent['type']
  | ClosingRejection
  | SkippingRejection
  | ObjectingRejection
  | ObjectionAnswerRejection
  | VerificationRejection
  | PlanChangeRejection
  | ReturnRejection
  | NamingRejection
  | ExtensionRequestRejection
  | ExtensionAnswerRejection
)[] = [
  'CloseOutRejected',
  'TaskClosed',
  'TaskReopened',
  'evidence-changed',
  'close-out-not-verified',
  'close-out-rejected',
  'close-out-replaced',
  'close-out-already-used',
  'close-out-objected',
  'NoticePublished',
  'NoticeSkipped',
  'ObjectionRaised',
  'ObjectionAnswered',
  'notice-not-published',
  'notice-not-over',
  'objection-unanswered',
  'objection-overtaken',
  'answerer-of-a-responsible-unit',
  'verifier-of-a-responsible-unit',
  'TaskReturned',
  'TaskReassigned',
  'task-is-returned',
  'return-is-too-late',
  'MeasuresChanged',
  'ResponsibleNamed',
  'done-measure-changed',
  'measure-due-after-the-deadline',
  'verifier-answers-for-the-task',
  'ExtensionGranted',
  'ExtensionRefused',
  'ExtensionLapsed',
  'another-extension-is-pending',
  'needs-the-leading-group',
  'extension-lapsed',
];
