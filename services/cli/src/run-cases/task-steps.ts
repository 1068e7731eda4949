import type { AcceptTask } from '@redress/contracts/rectification/accept-task';
import type { AssignTask } from '@redress/contracts/rectification/assign-task';
import type { AttachEvidence } from '@redress/contracts/rectification/attach-evidence';
import type { CloseTask } from '@redress/contracts/rectification/close-task';
import type { PlanMeasures } from '@redress/contracts/rectification/plan-measures';
import type { SkipNotice } from '@redress/contracts/rectification/public-notice';
import type { ReportProgress } from '@redress/contracts/rectification/report-progress';
import type { RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import type { VerifyCloseOut } from '@redress/contracts/rectification/verify-close-out';
import type { EntryId, Instant, MeasureId, OpinionId } from '@redress/contracts/values';
import { dayOf } from '../table-file/moments.js';
import type { Case } from './case-row.js';
import { issueOf } from './desk-steps.js';
import { type Body, idIn, type People, type Step } from './step.js';

/**
 * From the assignment to the closing: two measures, a report of each, and the reply as evidence and outcome. The public
 * notice is skipped: these cases are entered after the fact, when nobody can object any more.
 */
export const taskSteps = (one: Case, opinionId: OpinionId, people: People): readonly Step[] => {
  const { content, reply, submittedAt, repliedAt } = one;
  const { office, head, responsible, inspector } = people;
  const { person } = responsible;
  const path = `/tasks/${idIn(opinionId, 'task')}`;
  const deadline = dayOf(repliedAt);
  const looking = idIn(opinionId, 'measure: look') as MeasureId;
  const replying = idIn(opinionId, 'measure: reply') as MeasureId;
  const closeOut = idIn(opinionId, 'close-out') as EntryId;

  const assignment: Body<AssignTask> = {
    issues: [issueOf(opinionId)],
    title: content.title,
    leadUnit: head.unit,
    supportingUnits: [],
    taskType: dayOf(submittedAt) === deadline ? 'immediate' : 'time-bound',
    deadline,
    criterion: 'The submitter is told what was done',
  };
  const acceptance: Body<AcceptTask> = { responsible: person };
  const plan: Body<PlanMeasures> = {
    measures: [
      {
        measureId: looking,
        what: 'Look into the matter on the spot',
        person,
        due: deadline,
        criterion: 'It is known what is the case',
      },
      {
        measureId: replying,
        what: 'Put it right, and reply',
        person,
        due: deadline,
        criterion: 'The reply says what was done',
      },
    ],
  };
  const looked: Body<ReportProgress> = { text: 'The matter was looked into', done: [looking] };
  const evidence: Body<AttachEvidence> = { note: reply };
  const replied: Body<ReportProgress> = { text: 'The reply is written', done: [replying] };
  const request: Body<RequestCloseOut> = {
    summary: 'Both measures are done, and the reply is attached',
    unfinished: [],
  };
  const verification = (happenedAt: Instant): Body<VerifyCloseOut> => ({
    seen: 'The reply says what was done, and it was done',
    where: content.place ?? 'At the office',
    on: dayOf(happenedAt),
  });
  const skip: Body<SkipNotice> = {
    ground: 'personal-matter',
    reason:
      'Entered afterwards from the records: the reply went to its submitter, and was never on public notice',
  };
  const closing: Omit<CloseTask, 'taskId'> = { entryId: closeOut, outcome: reply };

  const entry = (kind: string, what: string): string =>
    `${path}/${kind}/${idIn(opinionId, `${kind}: ${what}`)}`;
  return [
    { by: office, path, body: assignment, yields: 'TaskAssigned' },
    { by: head, path: `${path}/acceptance`, body: acceptance, yields: 'TaskAccepted' },
    { by: head, path: `${path}/plan`, body: plan, yields: 'MeasuresPlanned' },
    { by: responsible, path: entry('progress', 'looked'), body: looked, yields: 'ProgressReported' },
    { by: responsible, path: entry('evidence', 'reply'), body: evidence, yields: 'EvidenceAttached' },
    { by: responsible, path: entry('progress', 'replied'), body: replied, yields: 'ProgressReported' },
    { by: head, path: `${path}/close-out/${closeOut}`, body: request, yields: 'CloseOutRequested' },
    {
      by: inspector,
      path: `${path}/close-out/${closeOut}/verification`,
      body: verification,
      yields: 'CloseOutVerified',
    },
    { by: office, path: `${path}/close-out/${closeOut}/notice/skip`, body: skip, yields: 'NoticeSkipped' },
    { by: office, path: `${path}/closing`, body: closing, yields: 'TaskClosed' },
  ];
};
