import { randomUUID } from 'node:crypto';
import { CloseTask } from '@redress/contracts/rectification/close-task';
import { RecordLookBack } from '@redress/contracts/rectification/look-back';
import { AnswerObjection, RaiseObjection } from '@redress/contracts/rectification/object-to-close-out';
import { today } from '@redress/contracts/rectification/people.examples';
import { PublishNotice, SkipNotice } from '@redress/contracts/rectification/public-notice';
import { ReopenTask } from '@redress/contracts/rectification/reopen-task';
import { lookBack, uphold } from '@redress/contracts/rectification/aftermath.examples';
import { recordLookBack } from '../../../services/rectification/src/look-back/look-back.js';
import { answerObjection } from '../../../services/rectification/src/object-to-close-out/object-to-close-out.js';
import { objectedTo, struckOff } from '../../../services/rectification/src/task/histories.examples.js';
import { independent } from '../../../services/rectification/src/task/standing.examples.js';
import { nobodyIsUnnamed, saying } from './at-task.js';
import { aWorld, everyRejectionOf } from './drives.js';
import type { Task } from './steps.js';

const world = aWorld();

const another = randomUUID();
const closeOutOf = ({ ids }: Task): string => ids['closeOut'] ?? another;
const objectionOf = ({ ids }: Task): string => ids['objection'] ?? another;

const shows = saying((task) => ({
  below: `/close-out/${closeOutOf(task)}/notice`,
  body: { text: 'The wash-house is dry' },
}));
everyRejectionOf(PublishNotice, world, {
  'no-such-task': shows(404, 'office', 'unassigned'),
  'task-is-closed': shows(409, 'office', 'closed'),
  'not-the-office': shows(403, 'leading', 'verified'),
  'no-such-close-out': shows(404, 'office', 'worked'),
  'close-out-replaced': shows(409, 'office', 'requestedAgain', ({ ids }) => ({
    below: `/close-out/${ids['former'] ?? ''}/notice`,
  })),
  'close-out-not-verified': shows(409, 'office', 'requested'),
  'close-out-rejected': shows(409, 'office', 'rejected'),
  'close-out-objected': shows(409, 'office', 'upheld', () => ({ body: { text: 'Another text' } })),
  'close-out-already-used': shows(409, 'office', 'reopened'),
  'evidence-changed': shows(409, 'office', 'verifiedThenMore'),
  'notice-already-published': shows(409, 'office', 'onNotice'),
  'notice-already-skipped': shows(409, 'office', 'skipped'),
});

const skips = saying((task) => ({
  below: `/close-out/${closeOutOf(task)}/notice/skip`,
  body: { ground: 'secrecy', reason: 'It is a military site' },
}));
everyRejectionOf(SkipNotice, world, {
  'no-such-task': skips(404, 'office', 'unassigned'),
  'task-is-closed': skips(409, 'office', 'withdrawn'),
  'not-the-office': skips(403, 'lead', 'verified'),
  'no-such-close-out': skips(404, 'office', 'worked'),
  'close-out-replaced': skips(409, 'office', 'requestedAgain', ({ ids }) => ({
    below: `/close-out/${ids['former'] ?? ''}/notice/skip`,
  })),
  'close-out-not-verified': skips(409, 'office', 'requested'),
  'close-out-rejected': skips(409, 'office', 'rejected'),
  'close-out-objected': skips(409, 'office', 'upheld'),
  'close-out-already-used': skips(409, 'office', 'reopened'),
  'evidence-changed': skips(409, 'office', 'verifiedThenMore'),
  'notice-already-published': skips(409, 'office', 'onNotice'),
  'notice-already-skipped': skips(409, 'office', 'skipped'),
  'no-such-skip-ground': skips(422, 'office', 'verified', () => ({
    body: { ground: 'shame', reason: 'It looks bad' },
  })),
});

/** Of the five working days after Thursday 2 March, Thursday 9 March is the last. */
const LAST = '2023-03-09';
const AFTER = '2023-03-10';
const objects = saying(({ id }) => ({
  path: `/notices/${id}/objections/${another}`,
  body: { text: 'It is wet again' },
}));
everyRejectionOf(RaiseObjection, world, {
  'no-such-notice': objects(404, 'lead', 'skipped'),
  'notice-is-over': objects(409, 'stranger', 'onNotice', () => ({ day: AFTER })),
  'notice-is-full': objects(409, 'stranger', 'full', () => ({ day: LAST })),
  'objection-id-is-taken': objects(409, 'stranger', 'objected', (task) => ({
    path: `/notices/${task.id}/objections/${objectionOf(task)}`,
  })),
});

const answers = saying((task) => ({
  below: `/objections/${objectionOf(task)}/answer`,
  body: { upheld: true, answer: 'So it is' },
}));
everyRejectionOf(AnswerObjection, world, {
  'no-such-task': answers(404, 'office', 'unassigned'),
  'not-the-office': answers(403, 'team', 'objected'),
  'answerer-is-unnamed': nobodyIsUnnamed(() => {
    objectedTo.when(answerObjection(uphold, { role: 'office' }, [])).isRejected('answerer-is-unnamed');
  }),
  'answerer-of-a-responsible-unit': answers(403, 'kin', 'objected'),
  'answerer-answers-for-the-task': answers(403, 'scribe', 'objected'),
  'no-such-objection': answers(404, 'office', 'onNotice'),
  'objection-already-answered': answers(409, 'office', 'dismissed'),
  'objection-overtaken': answers(409, 'office', 'overtaken'),
});

const closes = saying((task) => ({
  below: '/closing',
  body: { entryId: closeOutOf(task), outcome: 'It is as dry as can be' },
  day: AFTER,
}));
everyRejectionOf(CloseTask, world, {
  'no-such-task': closes(404, 'office', 'unassigned'),
  'task-is-closed': closes(409, 'office', 'requestWithdrawn'),
  'not-the-office': closes(403, 'leading', 'skipped'),
  'already-closed': closes(409, 'office', 'closed'),
  'no-such-close-out': closes(404, 'office', 'worked'),
  'close-out-replaced': closes(409, 'office', 'requestedAgain', ({ ids }) => ({
    body: { entryId: ids['former'], outcome: 'Dry' },
  })),
  'close-out-not-verified': closes(409, 'office', 'requested'),
  'close-out-rejected': closes(409, 'office', 'rejected'),
  'close-out-objected': closes(409, 'office', 'upheld'),
  'close-out-already-used': closes(409, 'office', 'reopened'),
  'evidence-changed': closes(409, 'office', 'verifiedThenMore'),
  'notice-not-published': closes(409, 'office', 'verified'),
  'notice-not-over': closes(409, 'office', 'onNotice', () => ({ day: LAST })),
  'objection-unanswered': closes(409, 'office', 'objected'),
});

const reopens = saying(() => ({ below: '/reopening', body: { reason: 'It leaks' }, day: AFTER }));
everyRejectionOf(ReopenTask, world, {
  'no-such-task': reopens(404, 'office', 'unassigned'),
  'not-the-office': reopens(403, 'lead', 'closed'),
  'not-closed': reopens(409, 'office', 'withdrawn'),
  'deadline-before-reopening': reopens(422, 'office', 'closed', () => ({
    body: { reason: 'It leaks', deadline: LAST },
  })),
  'deadline-needed': reopens(422, 'office', 'closed', () => ({ day: '2023-04-03' }), { taskType: 'ongoing' }),
});

const seen = { found: 'lasting', seen: 'A dry floor', where: 'Wash-house', on: LAST };
const looks = saying(() => ({ below: `/look-backs/${another}`, body: seen, day: AFTER }));
everyRejectionOf(RecordLookBack, world, {
  'no-such-task': looks(404, 'team', 'unassigned'),
  'not-a-verifier': looks(403, 'leading', 'closed'),
  'verifier-is-unnamed': nobodyIsUnnamed(() => {
    const looking = recordLookBack(lookBack, { role: 'inspection' }, today, independent);
    struckOff.when(looking).isRejected('verifier-is-unnamed');
  }),
  'verifier-of-a-responsible-unit': looks(403, 'cousin', 'closed'),
  'verifier-answers-for-the-task': looks(403, 'scribe', 'closed'),
  'verifier-is-recused': looks(403, 'recused', 'closed'),
  'entry-id-is-taken': looks(409, 'team', 'lookedBack', ({ ids }) => ({
    below: `/look-backs/${ids['look'] ?? ''}`,
  })),
  'not-closed': looks(409, 'team', 'reopened'),
  'seen-before-the-closing': looks(422, 'office', 'closed', () => ({ body: { ...seen, on: '2023-03-01' } })),
  'seen-in-the-future': looks(422, 'team', 'closed', () => ({ body: { ...seen, on: '2023-03-11' } })),
});
