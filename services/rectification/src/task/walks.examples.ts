import {
  afterNotice,
  dismiss,
  object,
  publish,
  skip,
  uphold,
} from '@redress/contracts/rectification/aftermath.examples';
import type { Actor } from '@redress/contracts/envelope';
import { listed } from '@redress/contracts/rectification/issue.examples';
import {
  deadline,
  day30,
  day31,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  plumber,
  responsible,
  strangeUnit,
  stranger,
  supporter,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import { askForTime, grant, refuse } from '@redress/contracts/rectification/more-time.examples';
import {
  accept,
  ask,
  askAgain,
  assign,
  attach,
  attachMore,
  change,
  close,
  drain,
  giveBack,
  name,
  pipe,
  plan,
  reassign,
  rejectIt,
  reopen,
  report,
  returnBy,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { Day, EntryId, ExtensionId } from '@redress/contracts/values';
import fc from 'fast-check';
import { acceptTask } from '../accept-task/accept-task.js';
import { assignTask } from '../assign-task/assign-task.js';
import { attachEvidence } from '../attach-evidence/attach-evidence.js';
import { changeMeasures } from '../change-measures/change-measures.js';
import { closeTask } from '../close-task/close-task.js';
import { grantExtension, refuseExtension, requestExtension } from '../extend-deadline/extend-deadline.js';
import { issues } from '../issue/issue.js';
import { nameResponsible } from '../name-responsible/name-responsible.js';
import { answerObjection, raiseObjection } from '../object-to-close-out/object-to-close-out.js';
import { planMeasures } from '../plan-measures/plan-measures.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { standards } from '../policy/standards.examples.js';
import { publishNotice, skipNotice } from '../public-notice/public-notice.js';
import { reopenTask } from '../reopen-task/reopen-task.js';
import { reportProgress } from '../report-progress/report-progress.js';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { reassignTask, returnTask } from '../return-task/return-task.js';
import { rejectCloseOut, verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import type { Rule, Step } from './walked.examples.js';
import { independent } from './standing.examples.js';

export const actors: readonly Actor[] = [
  lead,
  supporter,
  stranger,
  officer,
  inspector,
  leadingGroup,
  { ...inspector, unit: leadUnit },
  { ...officer, unit: supportingUnit },
  { ...inspector, person: responsible },
  { ...officer, person: plumber },
  { role: 'inspection', unit: inspector.unit },
];

const later = '2026-05-02' as Day;
export const entries = [ask.entryId, askAgain.entryId, attach.entryId, attachMore.entryId, report.entryId];
/** Who signs for the units: of the lead unit, whoever asks for close-out in the way that is meant. */
const heads = [lead.person, supporter.person];
const there = [leadUnit, supportingUnit, strangeUnit];
const onTheBooks = [issues.evolve(issues.initial, listed)];

/** Each entry id stands for an extension as well: for the first two until a day near by, for the others far away. */
const timeOf = (entryId: EntryId): { readonly extensionId: ExtensionId; readonly until: Day } => ({
  extensionId: entryId as string as ExtensionId,
  until: [askForTime.until, day30, day31, later][entries.indexOf(entryId) % 4] ?? later,
});

const delayed = change.measures.slice(0, 2).map((measure) => ({ ...measure, due: askForTime.until }));

/** Every command with the entry ids of a small pool, so that they meet again. */
export const rules = (entryId: EntryId) =>
  ({
    assign: (actor) => assignTask(assign, actor, today, onTheBooks, there, standards),
    giveBack: (actor) => returnTask({ ...giveBack, entryId }, actor, today),
    giveBackLate: (actor) => returnTask({ ...giveBack, entryId }, actor, deadline),
    reassign: (actor) => reassignTask({ ...reassign, entryId }, actor, today, there, standards),
    reassignToLead: (actor) =>
      reassignTask({ ...reassign, entryId, leadUnit, deadline }, actor, today, there, standards),
    accept: (actor) => acceptTask(accept, actor, [leadUnit]),
    plan: (actor) => planMeasures(plan, actor),
    change: (actor) => changeMeasures({ ...change, entryId, measures: change.measures.slice(0, 2) }, actor),
    drop: (actor) => changeMeasures({ ...change, entryId, measures: change.measures.slice(1, 2) }, actor),
    delay: (actor) => changeMeasures({ ...change, entryId, measures: delayed }, actor),
    name: (actor) => nameResponsible({ ...name, entryId }, actor, [leadUnit]),
    nameVerifier: (actor) =>
      nameResponsible({ ...name, entryId, responsible: inspector.person }, actor, [leadUnit]),
    report: (actor) => reportProgress({ ...report, entryId }, actor),
    reportAll: (actor) => reportProgress({ ...report, entryId, done: [pipe, drain] }, actor),
    attach: (actor) => attachEvidence({ ...attach, entryId }, actor),
    attachMore: (actor) => attachEvidence({ ...attachMore, entryId }, actor),
    ask: (actor) => requestCloseOut({ ...ask, entryId }, actor, today, heads),
    askForAll: (actor) => requestCloseOut({ ...ask, entryId, unfinished: [] }, actor, today, heads),
    verify: (actor) => verifyCloseOut({ ...verify, entryId }, actor, today, independent),
    reject: (actor) => rejectCloseOut({ ...rejectIt, entryId }, actor, independent),
    publish: (actor) => publishNotice({ ...publish, entryId }, actor, returnBy, 'Logistics'),
    skip: (actor) => skipNotice({ ...skip, entryId }, actor, DEFAULT_POLICY),
    object: () => raiseObjection({ ...object, objectionId: entryId }, today),
    dismiss: (actor) => answerObjection({ ...dismiss, objectionId: entryId }, actor, []),
    uphold: (actor) => answerObjection({ ...uphold, objectionId: entryId }, actor, []),
    close: (actor) => closeTask({ ...close, entryId }, actor, today, DEFAULT_POLICY),
    closeAfterNotice: (actor) => closeTask({ ...close, entryId }, actor, afterNotice, DEFAULT_POLICY),
    reopen: (actor) => reopenTask(reopen, actor, today, standards),
    askForTime: (actor) => requestExtension({ ...askForTime, ...timeOf(entryId) }, actor, today),
    grant: (actor) => grantExtension({ ...grant, ...timeOf(entryId) }, actor, DEFAULT_POLICY),
    refuse: (actor) => refuseExtension({ ...refuse, ...timeOf(entryId) }, actor),
  }) satisfies Readonly<Record<string, Rule>>;
type Name = keyof ReturnType<typeof rules>;

export const at = (name: Name, actor: Actor, entryId = ask.entryId): Step => ({
  name,
  actor,
  rule: rules(entryId)[name],
});

const names = Object.keys(rules(ask.entryId)) as Name[];
export const anyStep = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...actors), fc.constantFrom(...entries))
  .map((parts) => at(...parts));

/** A way, with up to so much between its steps. */
export const along = (way: readonly Step[], between: fc.Arbitrary<Step>): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(...way.map((step) => fc.array(between, { maxLength: 3 }).map((more) => [...more, step])))
    .map((parts) => parts.flat());

/** What may well come between, and changes where the way leads. */
const turn = fc.constantFrom(
  at('ask', lead, askAgain.entryId),
  at('reject', inspector),
  at('reject', officer, askAgain.entryId),
  at('attachMore', supporter, attachMore.entryId),
  at('giveBack', lead, giveBack.entryId),
  at('reassignToLead', officer, reassign.entryId),
  at('change', lead, change.entryId),
  at('drop', lead, change.entryId),
  at('delay', lead, change.entryId),
  at('name', lead, name.entryId),
  at('nameVerifier', lead, name.entryId),
  at('askForTime', lead),
  at('askForTime', lead, attach.entryId),
  at('grant', officer),
  at('grant', officer, attach.entryId),
  at('grant', leadingGroup, attach.entryId),
  at('refuse', officer, attach.entryId),
  at('verify', { ...inspector, unit: leadUnit }),
  at('skip', officer),
  at('object', stranger, attach.entryId),
  at('uphold', officer, attach.entryId),
  at('uphold', officer),
  at('close', officer),
  at('closeAfterNotice', officer),
);

/** The way that is meant, to which anything at all is added: so every walk has a chance to come to its end. */
const theWay: readonly Step[] = [
  at('assign', officer),
  at('giveBackLate', lead, giveBack.entryId),
  at('reassignToLead', officer, reassign.entryId),
  at('accept', lead),
  at('plan', lead),
  at('report', lead, report.entryId),
  at('attach', lead, attach.entryId),
  at('ask', lead),
  at('verify', inspector),
  at('publish', officer),
  at('object', stranger),
  at('dismiss', officer),
  at('closeAfterNotice', officer),
  at('reopen', officer),
  at('attachMore', supporter, attachMore.entryId),
  at('ask', lead, askAgain.entryId),
  at('verify', officer, askAgain.entryId),
  at('skip', officer, askAgain.entryId),
  at('close', officer, askAgain.entryId),
];
export const anyWalk = along(theWay, fc.oneof(anyStep, turn));
