import { expect, it } from '@jest/globals';
import {
  afterNotice,
  contest,
  lookBack,
  lookBackOn,
  object,
  publish,
  skip,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import { officeCardId, remind } from '@redress/contracts/rectification/escalation.examples';
import { listed } from '@redress/contracts/rectification/issue.examples';
import {
  inspector,
  lead,
  officer,
  plumber,
  strangeUnit,
  supportingUnit,
  today,
  leadUnit,
} from '@redress/contracts/rectification/people.examples';
import { askForTime } from '@redress/contracts/rectification/more-time.examples';
import {
  accept,
  accepted,
  ask,
  askAgain,
  assign,
  assigned,
  attachMore,
  change,
  close,
  giveBack,
  name,
  plan,
  reassign,
  rejectIt,
  reopen,
  report,
  returnBy,
  returned,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';
import { driven } from '@redress/eventsourcing/state-table';
import { acceptTask } from '../accept-task/accept-task.js';
import { assignTask } from '../assign-task/assign-task.js';
import { attachEvidence } from '../attach-evidence/attach-evidence.js';
import { changeMeasures } from '../change-measures/change-measures.js';
import { closeTask } from '../close-task/close-task.js';
import { drawCard } from '../draw-card/draw-card.js';
import { requestExtension } from '../extend-deadline/extend-deadline.js';
import { issues } from '../issue/issue.js';
import { recordLookBack } from '../look-back/look-back.js';
import { nameResponsible } from '../name-responsible/name-responsible.js';
import { raiseObjection } from '../object-to-close-out/object-to-close-out.js';
import { planMeasures } from '../plan-measures/plan-measures.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { standards } from '../policy/standards.examples.js';
import { remindTask } from '../remind-task/remind-task.js';
import { publishNotice, skipNotice } from '../public-notice/public-notice.js';
import { reopenTask } from '../reopen-task/reopen-task.js';
import { reportProgress } from '../report-progress/report-progress.js';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { reassignTask, returnTask } from '../return-task/return-task.js';
import { requestReview } from '../review-task/review-task.js';
import { signCloseOut } from '../sign-close-out/sign-close-out.js';
import { toClosing, toEvidence, toNotice, toRequest, toVerification } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { rejectCloseOut, verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import { tableUnder } from './readme.examples.js';
import { independent } from '../task/standing.examples.js';

/** One history for each status of a task, in the order of the columns. */
const HISTORIES: readonly (readonly TaskEvent[])[] = [
  [],
  [assigned],
  [assigned, returned],
  [assigned, accepted],
  toEvidence,
  toRequest,
  toVerification,
  toNotice,
  toClosing,
  [assigned, taskWithdrawn],
];

it('the README says what every command does to a task in every status', () => {
  const { taskId } = assign;
  const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
  // Each differs from what is in the histories: a repeat is silence in every status.
  const commands = {
    AssignTask: assignTask(
      { ...assign, title: 'Another' },
      officer,
      today,
      [issues.evolve(issues.initial, listed)],
      [assign.leadUnit, ...assign.supportingUnits],
      standards,
    ),
    ReturnTask: returnTask({ ...giveBack, entryId }, lead, today),
    ReassignTask: reassignTask(reassign, officer, today, [strangeUnit, supportingUnit], standards),
    AcceptTask: acceptTask({ ...accept, responsible: plumber }, lead, [leadUnit]),
    PlanMeasures: planMeasures({ ...plan, measures: plan.measures.slice(0, 1) }, lead),
    ChangeMeasures: changeMeasures(change, lead),
    NameResponsible: nameResponsible(name, lead, [leadUnit]),
    ReportProgress: reportProgress({ ...report, entryId }, lead),
    AttachEvidence: attachEvidence(attachMore, lead),
    RequestCloseOut: requestCloseOut(askAgain, lead, today, []),
    SignCloseOut: signCloseOut(ask, lead, [lead.person]),
    VerifyCloseOut: verifyCloseOut({ ...verify, where: 'Elsewhere' }, inspector, today, independent),
    RejectCloseOut: rejectCloseOut(rejectIt, inspector, independent),
    PublishNotice: publishNotice({ ...publish, text: 'Another' }, officer, returnBy, 'Logistics'),
    SkipNotice: skipNotice({ ...skip, reason: 'Another' }, officer, DEFAULT_POLICY),
    RaiseObjection: raiseObjection(object, today),
    CloseTask: closeTask({ ...close, outcome: 'Another' }, officer, afterNotice, DEFAULT_POLICY),
    ReopenTask: reopenTask(reopen, officer, today, standards),
    RecordLookBack: recordLookBack({ ...lookBack, entryId }, inspector, lookBackOn, independent),
    DrawCard: drawCard(
      { taskId, cardId: officeCardId, colour: 'red', reason: 'Late' },
      officer,
      today,
      standards,
    ),
    RequestExtension: requestExtension(askForTime, lead, today),
    RemindTask: remindTask(remind, officer),
    RequestReview: requestReview(contest, lead, today, DEFAULT_POLICY),
  };
  expect(tableUnder('A task')).toEqual(driven(tasks, commands, HISTORIES));
});
