import { describe, it } from '@jest/globals';
import { inspector, lead, leadUnit, officer } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  askAgain,
  assigned,
  attached,
  close,
  closed,
  lapsed,
  planned,
  reopened,
  reported,
  requested,
  requestedAfresh,
  timeAsked,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  asked,
  askedAgain,
  confirmed,
  confirmedBeforeMoreEvidence,
  confirmedThenAskedAgain,
  putBack,
  sentBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { closeTask } from './close-task.js';

const { given } = specFor(tasks);
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const toVerification = [assigned, accepted, planned, reported, attached, requested, verified] as const;

describe('the office closes a task', () => {
  it('on a verified request, naming its evidence and the revision it looked at', () => {
    confirmed.when(closeTask(close, officer)).yields(closed);
  });

  it('whatever was reported since, or attached a second time: the evidence is the same', () => {
    given(...toVerification, having(reported, { entryId, done: [] }), having(attached, { entryId }))
      .when(closeTask(close, officer))
      .yields(having(closed, { atRevision: 8 }));
  });

  it('and more time that was asked for lapses', () => {
    given(...toVerification, timeAsked)
      .when(closeTask(close, officer))
      .yields(having(closed, { atRevision: 7 }), lapsed);
  });

  it('again, on a new request, after it was reopened', () => {
    const verifiedAgain = having(verified, { entryId: askAgain.entryId });
    given(...toVerification, closed, reopened, requestedAfresh, verifiedAgain)
      .when(closeTask({ ...close, entryId: askAgain.entryId }, officer))
      .yields(having(closed, { entryId: askAgain.entryId, atRevision: 10 }));
  });

  it.each([
    ['no-such-task', unassigned, close, officer],
    ['not-the-office', confirmed, close, inspector],
    ['not-the-office', confirmed, close, lead],
    ['not-the-office', confirmed, close, { ...officer, role: 'leading-group', unit: leadUnit }],
    ['already-closed', struckOff, { ...close, outcome: 'Another' }, officer],
    ['already-closed', struckOff, { ...close, entryId }, officer],
    ['no-such-close-out', workedOn, close, officer],
    ['close-out-replaced', askedAgain, close, officer],
    ['close-out-replaced', confirmedThenAskedAgain, close, officer],
    ['close-out-not-verified', asked, close, officer],
    ['close-out-rejected', sentBack, close, officer],
    ['close-out-already-used', putBack, close, officer],
    ['evidence-changed', confirmedBeforeMoreEvidence, close, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(closeTask(command, actor)).isRejected(reason);
  });
});
