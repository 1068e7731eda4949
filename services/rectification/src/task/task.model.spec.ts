import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { type Stored, versioned } from '@redress/contracts/event';
import {
  inspector,
  lead,
  leadUnit,
  officer,
  plumber,
  responsible,
  stranger,
  supporter,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import {
  accept,
  ask,
  askAgain,
  assign,
  attach,
  attachMore,
  close,
  drain,
  pipe,
  plan,
  rejectIt,
  reopen,
  report,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { ClosingRejection } from '@redress/contracts/rectification/close-task';
import type { VerificationRejection } from '@redress/contracts/rectification/verify-close-out';
import type { EntryId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import fc from 'fast-check';
import { acceptTask } from '../accept-task/accept-task.js';
import { assignTask } from '../assign-task/assign-task.js';
import { attachEvidence } from '../attach-evidence/attach-evidence.js';
import { closeTask } from '../close-task/close-task.js';
import { planMeasures } from '../plan-measures/plan-measures.js';
import { reopenTask } from '../reopen-task/reopen-task.js';
import { reportProgress } from '../report-progress/report-progress.js';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { rejectCloseOut, verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import { type Task, tasks } from './task.js';

type Rule = (actor: Actor) => (task: Task) => Decision<TaskEvent, string>;
type Step = { readonly name: string; readonly rule: Rule; readonly actor: Actor };
type Happened = { readonly event: TaskEvent; readonly actor: Actor };

const actors: readonly Actor[] = [
  lead,
  supporter,
  stranger,
  officer,
  inspector,
  { ...inspector, unit: leadUnit },
  { ...officer, unit: supportingUnit },
  { ...inspector, person: responsible },
  { ...officer, person: plumber },
  { role: 'inspection', unit: inspector.unit },
];

const entries = [ask.entryId, askAgain.entryId, attach.entryId, attachMore.entryId, report.entryId];
const onTheBooks = [{ status: 'listed', opinions: [], tasks: [] }] as const;

/** Every command with the entry ids of a small pool, so that they meet again. */
const rules = (entryId: EntryId) =>
  ({
    assign: (actor) => assignTask(assign, actor, today, onTheBooks),
    accept: (actor) => acceptTask(accept, actor),
    plan: (actor) => planMeasures(plan, actor),
    report: (actor) => reportProgress({ ...report, entryId }, actor),
    reportAll: (actor) => reportProgress({ ...report, entryId, done: [pipe, drain] }, actor),
    attach: (actor) => attachEvidence({ ...attach, entryId }, actor),
    attachMore: (actor) => attachEvidence({ ...attachMore, entryId }, actor),
    ask: (actor) => requestCloseOut({ ...ask, entryId }, actor),
    askForAll: (actor) => requestCloseOut({ ...ask, entryId, unfinished: [] }, actor),
    verify: (actor) => verifyCloseOut({ ...verify, entryId }, actor, today),
    reject: (actor) => rejectCloseOut({ ...rejectIt, entryId }, actor),
    close: (actor) => closeTask({ ...close, entryId }, actor),
    reopen: (actor) => reopenTask(reopen, actor),
  }) satisfies Readonly<Record<string, Rule>>;
type Name = keyof ReturnType<typeof rules>;

const at = (name: Name, actor: Actor, entryId = ask.entryId): Step => ({
  name,
  actor,
  rule: rules(entryId)[name],
});

const names = Object.keys(rules(ask.entryId)) as Name[];
const anyStep = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...actors), fc.constantFrom(...entries))
  .map((parts) => at(...parts));

/** What may well come between, and changes where the way leads. */
const turn = fc.constantFrom(
  at('ask', lead, askAgain.entryId),
  at('reject', inspector),
  at('reject', officer, askAgain.entryId),
  at('attachMore', supporter, attachMore.entryId),
  at('verify', { ...inspector, unit: leadUnit }),
  at('close', officer),
);

/** The way that is meant, to which anything at all is added: so every walk has a chance to come to its end. */
const theWay: readonly Step[] = [
  at('assign', officer),
  at('accept', lead),
  at('plan', lead),
  at('report', lead, report.entryId),
  at('attach', lead, attach.entryId),
  at('ask', lead),
  at('verify', inspector),
  at('close', officer),
  at('reopen', officer),
  at('attachMore', supporter, attachMore.entryId),
  at('ask', lead, askAgain.entryId),
  at('verify', officer, askAgain.entryId),
  at('close', officer, askAgain.entryId),
];
const anyWalk = fc
  .tuple(
    ...theWay.map((step) =>
      fc.array(fc.oneof(anyStep, turn), { maxLength: 3 }).map((more) => [...more, step]),
    ),
  )
  .map((parts) => parts.flat());

const stored = (happened: readonly Happened[]): readonly Stored[] =>
  JSON.parse(JSON.stringify(happened.map(({ event }) => versioned(tasks, event)))) as readonly Stored[];

type Walk = { readonly happened: readonly Happened[]; readonly rejections: readonly string[] };

const walked = (steps: readonly Step[]): Walk =>
  steps.reduce<Walk>(
    ({ happened, rejections }, { rule, actor }) => {
      const decision = rule(actor)(fold(tasks, stored(happened)));
      if ('rejected' in decision) return { happened, rejections: [...rejections, decision.rejected] };
      const after = [...happened, ...decision.map((event) => ({ event, actor }))];
      expect(rule(actor)(fold(tasks, stored(after)))).toEqual([]);
      return { happened: after, rejections };
    },
    { happened: [], rejections: [] },
  );

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

const mayVerify = ({ role, person, unit }: Actor): void => {
  expect(['inspection', 'office']).toContain(role);
  expect(person).toBeDefined();
  expect([responsible, plumber]).not.toContain(person);
  expect(unit).toBeDefined();
  expect([leadUnit, supportingUnit]).not.toContain(unit);
};

it('holds on every walk: what was decided is not decided again, and nothing is closed unverified', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyWalk, (steps) => {
      const { happened, rejections } = walked(steps);
      for (const [index, { event, actor }] of happened.entries()) {
        if (event.type === 'TaskClosed') mayClose(happened.slice(0, index), event);
        if (event.type === 'CloseOutVerified' || event.type === 'CloseOutRejected') mayVerify(actor);
        seen.add(event.type);
      }
      for (const reason of rejections) seen.add(reason);
      const task = happened.reduce<Task>((state, { event }) => tasks.evolve(state, event), tasks.initial);
      expect(fold(tasks, stored(happened))).toEqual(task);
    }),
    { numRuns: 300 },
  );
  for (const one of WHERE_IT_MATTERS) expect(seen).toContain(one);
});

/** Where so many walks must have come, or they prove nothing. */
const WHERE_IT_MATTERS: readonly (TaskEvent['type'] | ClosingRejection | VerificationRejection)[] = [
  'CloseOutRejected',
  'TaskClosed',
  'TaskReopened',
  'evidence-changed',
  'close-out-not-verified',
  'close-out-rejected',
  'close-out-replaced',
  'close-out-already-used',
  'verifier-of-a-responsible-unit',
];
