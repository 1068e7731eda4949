import { expect, it } from '@jest/globals';
import {
  afterNotice,
  dismiss,
  noticePublished,
  noticeSkipped,
  object,
  objected,
  objectionDismissed,
  objectionUpheld,
  otherObjectionId,
  publish,
  skip,
  uphold,
} from '@redress/contracts/rectification/aftermath.examples';
import { officer, today } from '@redress/contracts/rectification/people.examples';
import { close, closed, returnBy } from '@redress/contracts/rectification/task.examples';
import { driven } from '@redress/eventsourcing/state-table';
import { closeTask } from '../close-task/close-task.js';
import { answerObjection, raiseObjection } from '../object-to-close-out/object-to-close-out.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { publishNotice, skipNotice } from '../public-notice/public-notice.js';
import { noticeTermOf } from '../task/close-outs.js';
import { toVerification } from '../task/histories.examples.js';
import { type Task, tasks } from '../task/task.js';
import { tableUnder } from './readme.examples.js';

const stands = (task: Task): string => {
  const closeOut = task.status === 'unassigned' ? undefined : task.closeOuts.at(-1);
  if (!closeOut?.notice) return 'not shown';
  if (closeOut.status === 'closed') return 'closed';
  const on = noticeTermOf(closeOut) ? 'shown' : 'skipped';
  const objection = closeOut.objections.at(-1)?.status;
  return objection === undefined ? on : `objection ${objection}`;
};

it('the README says what every command does to a verified request, as far as the public has its say', () => {
  const commands = {
    PublishNotice: publishNotice({ ...publish, text: 'Another' }, officer, returnBy, 'Logistics'),
    SkipNotice: skipNotice({ ...skip, reason: 'Another' }, officer, DEFAULT_POLICY),
    RaiseObjection: raiseObjection({ ...object, objectionId: otherObjectionId }, today),
    'RaiseObjection, too late': raiseObjection({ ...object, objectionId: otherObjectionId }, afterNotice),
    'AnswerObjection, dismissed': answerObjection({ ...dismiss, answer: 'Another' }, officer, []),
    'AnswerObjection, upheld': answerObjection({ ...uphold, answer: 'Another' }, officer, []),
    'CloseTask, too early': closeTask({ ...close, outcome: 'Another' }, officer, today, DEFAULT_POLICY),
    CloseTask: closeTask({ ...close, outcome: 'Another' }, officer, afterNotice, DEFAULT_POLICY),
  };
  const histories = [
    [],
    [noticePublished],
    [noticePublished, objected],
    [noticePublished, objected, objectionDismissed],
    [noticePublished, objected, objectionUpheld],
    [noticeSkipped],
    [noticeSkipped, closed],
  ].map((history) => [...toVerification, ...history]);
  expect(tableUnder('Public notice')).toEqual(driven(tasks, commands, histories, stands));
});
