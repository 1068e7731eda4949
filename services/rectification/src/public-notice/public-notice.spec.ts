import { describe, it } from '@jest/globals';
import {
  noticePublished,
  noticeSkipped,
  publish,
  skip,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  inspector,
  lead,
  leadingGroup,
  officer,
  today,
} from '@redress/contracts/rectification/people.examples';
import { returnBy } from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import {
  asked,
  askedAgain,
  confirmed,
  confirmedBeforeMoreEvidence,
  leftUnshown,
  objectedTo,
  objectionWasRight,
  onNotice,
  putBack,
  sentBack,
  struckOff,
  toNotice,
  toVerification,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { publishNotice, skipNotice } from './public-notice.js';

const { given } = specFor(tasks);
const publishing = publishNotice(publish, officer, returnBy, 'Logistics');
const skipping = skipNotice(skip, officer, DEFAULT_POLICY);

describe('the office shows a verified request to the public', () => {
  it('with all that the public is to see, until the end of the term', () => {
    confirmed.when(publishing).yields(noticePublished);
  });

  it('once: the same again is a repeat, on whatever day and however late', () => {
    const laterOn = publishNotice(publish, officer, { ...returnBy, from: today, to: today }, 'Renamed');
    for (const task of [onNotice, objectedTo, objectionWasRight, given(...toNotice, taskWithdrawn)]) {
      task.when(publishing).changesNothing();
      task.when(laterOn).changesNothing();
    }
  });
});

describe('the office leaves the public notice out', () => {
  it('on a ground that the policy knows, which it names', () => {
    confirmed.when(skipping).yields(noticeSkipped);
    const own = { ...DEFAULT_POLICY, version: 'own 2', notice: { workingDays: 3, skipGrounds: ['exam'] } };
    confirmed
      .when(skipNotice({ ...skip, ground: 'exam' }, officer, own))
      .yields(having(noticeSkipped, { ground: 'exam', policy: 'own 2' }));
    confirmed.when(skipNotice(skip, officer, own)).isRejected('no-such-skip-ground');
  });

  it('once: the same again is a repeat, however late and whatever the policy says by then', () => {
    const none = { ...DEFAULT_POLICY, notice: { workingDays: 3, skipGrounds: [] } };
    for (const task of [leftUnshown, struckOff, putBack])
      task.when(skipNotice(skip, officer, none)).changesNothing();
  });

  it('but not on another ground than before', () => {
    const onAnother = skipNotice({ ...skip, ground: 'secrecy' }, officer, DEFAULT_POLICY);
    leftUnshown.when(onAnother).isRejected('notice-already-skipped');
  });
});

describe('neither is done', () => {
  const showing = publishNotice({ ...publish, text: 'Another' }, officer, returnBy, 'Logistics');
  const hiding = skipNotice({ ...skip, reason: 'Another' }, officer, DEFAULT_POLICY);

  it.each([
    ['no-such-task', unassigned],
    ['task-is-closed', struckOff],
    ['task-is-closed', given(...toVerification, taskWithdrawn)],
    ['no-such-close-out', workedOn],
    ['close-out-not-verified', asked],
    ['close-out-rejected', sentBack],
    ['close-out-replaced', askedAgain],
    ['close-out-objected', objectionWasRight],
    ['close-out-already-used', putBack],
    ['evidence-changed', confirmedBeforeMoreEvidence],
    ['notice-already-published', onNotice],
    ['notice-already-skipped', leftUnshown],
  ] as const)('%s', (reason, task) => {
    task.when(showing).isRejected(reason);
    task.when(hiding).isRejected(reason);
  });

  it.each([lead, inspector, leadingGroup])('by the $role', (actor) => {
    confirmed.when(publishNotice(publish, actor, returnBy, 'Logistics')).isRejected('not-the-office');
    confirmed.when(skipNotice(skip, actor, DEFAULT_POLICY)).isRejected('not-the-office');
  });
});
