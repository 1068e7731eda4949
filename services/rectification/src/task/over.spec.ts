import { it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import { inspector, lead, leadUnit, officer, today } from '@redress/contracts/rectification/people.examples';
import { askForTime } from '@redress/contracts/rectification/more-time.examples';
import {
  accept,
  accepted,
  assigned,
  ask,
  attach,
  attached,
  change,
  close,
  giveBack,
  name,
  plan,
  planned,
  rejectIt,
  report,
  requested,
  verified,
  verify,
} from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { acceptTask } from '../accept-task/accept-task.js';
import { attachEvidence } from '../attach-evidence/attach-evidence.js';
import { changeMeasures } from '../change-measures/change-measures.js';
import { closeTask } from '../close-task/close-task.js';
import { requestExtension } from '../extend-deadline/extend-deadline.js';
import { nameResponsible } from '../name-responsible/name-responsible.js';
import { planMeasures } from '../plan-measures/plan-measures.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { reportProgress } from '../report-progress/report-progress.js';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { returnTask } from '../return-task/return-task.js';
import { rejectCloseOut, verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import { tasks } from './task.js';
import { independent } from './standing.examples.js';

const { given } = specFor(tasks);
const justAssigned = given(assigned, taskWithdrawn);
const justAccepted = given(assigned, accepted, taskWithdrawn);
const workedOn = [assigned, accepted, planned, attached] as const;

it.each([
  ['returned', justAssigned, returnTask(giveBack, lead, today)],
  ['accepted', justAssigned, acceptTask(accept, lead, [leadUnit])],
  ['planned', justAccepted, planMeasures(plan, lead)],
  ['changed', given(...workedOn, taskWithdrawn), changeMeasures(change, lead)],
  ['reported on', given(...workedOn, taskWithdrawn), reportProgress(report, lead)],
  ['shown', given(...workedOn.slice(0, 3), taskWithdrawn), attachEvidence(attach, lead)],
  ['answered for by another', given(...workedOn, taskWithdrawn), nameResponsible(name, lead, [leadUnit])],
  ['given more time', given(...workedOn, taskWithdrawn), requestExtension(askForTime, lead, today)],
  ['put up for close-out', given(...workedOn, taskWithdrawn), requestCloseOut(ask, lead, today, [])],
  [
    'verified',
    given(...workedOn, requested, taskWithdrawn),
    verifyCloseOut(verify, inspector, today, independent),
  ],
  [
    'sent back',
    given(...workedOn, requested, taskWithdrawn),
    rejectCloseOut(rejectIt, inspector, independent),
  ],
  [
    'closed',
    given(...workedOn, requested, verified, taskWithdrawn),
    closeTask(close, officer, today, DEFAULT_POLICY),
  ],
] as const)('what a review took back is not %s any more', (_, task, command) => {
  task.when<string>(command).isRejected('task-is-closed');
});
