import { randomUUID } from 'node:crypto';
import { today } from '@redress/contracts/rectification/people.examples';
import { RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import { SignCloseOut } from '@redress/contracts/rectification/sign-close-out';
import { rejectIt, verify } from '@redress/contracts/rectification/task.examples';
import { RejectCloseOut, VerifyCloseOut } from '@redress/contracts/rectification/verify-close-out';
import { asked } from '../../../services/rectification/src/task/histories.examples.js';
import { independent } from '../../../services/rectification/src/task/standing.examples.js';
import {
  rejectCloseOut,
  verifyCloseOut,
} from '../../../services/rectification/src/verify-close-out/verify-close-out.js';
import { nobodyIsUnnamed, saying } from './at-task.js';
import { aWorld, everyRejectionOf } from './drives.js';
import type { Task } from './steps.js';

const world = aWorld();

const another = randomUUID();
const formerOf = ({ ids }: Task): string => ids['former'] ?? another;
const closeOutOf = ({ ids }: Task): string => ids['closeOut'] ?? another;

const asks = saying(() => ({ below: `/close-out/${another}`, body: { summary: 'Dry', unfinished: [] } }));
const explaining = (...measures: readonly string[]) => ({
  summary: 'Dry',
  unfinished: measures.map((measureId) => ({ measureId, explanation: 'It belongs to the city' })),
});
everyRejectionOf(RequestCloseOut, world, {
  'no-such-task': asks(404, 'lead', 'unassigned'),
  'not-the-lead-unit': asks(403, 'helper', 'worked'),
  'not-planned-yet': asks(409, 'lead', 'accepted'),
  'task-is-closed': asks(409, 'lead', 'closed'),
  'entry-id-is-taken': asks(409, 'lead', 'requested', (task) => ({
    below: `/close-out/${closeOutOf(task)}`,
  })),
  'no-evidence': asks(409, 'lead', 'halfway', ({ ids }) => ({
    body: explaining(ids['named'] ?? '', ids['scribe'] ?? ''),
  })),
  'no-such-measure': asks(422, 'lead', 'shown', () => ({ body: explaining(another) })),
  'measure-named-twice': asks(422, 'lead', 'shown', ({ ids }) => ({
    body: explaining(ids['named'] ?? '', ids['scribe'] ?? '', ids['named'] ?? ''),
  })),
  'measure-is-done': asks(422, 'lead', 'shown', ({ ids }) => ({
    body: explaining(ids['lead'] ?? '', ids['named'] ?? '', ids['scribe'] ?? ''),
  })),
  'measure-left-open': asks(422, 'lead', 'shown', ({ ids }) => ({ body: explaining(ids['named'] ?? '') })),
});

const signs = saying((task) => ({ below: `/close-out/${closeOutOf(task)}/signature` }));
everyRejectionOf(SignCloseOut, world, {
  'no-such-task': signs(404, 'lead', 'unassigned'),
  'not-the-lead-unit': signs(403, 'helper', 'requestedByClerk'),
  'not-a-head': signs(403, 'clerk', 'requestedByClerk'),
  'no-such-close-out': signs(404, 'lead', 'worked'),
  'task-is-closed': signs(409, 'lead', 'clerkWithdrawn'),
  'close-out-replaced': signs(409, 'lead', 'clerkAskedAgain', (task) => ({
    below: `/close-out/${formerOf(task)}/signature`,
  })),
  'close-out-already-answered': signs(409, 'lead', 'clerkRejected'),
  // The unit got its head after it had asked.
  'signature-not-awaited': signs(409, 'newHead', 'requested', () => ({ day: '2023-03-08' }), {
    leadBy: 'young',
  }),
});

const looks = { seen: 'A dry floor', where: 'Wash-house', on: '2023-03-01' };
const verifies = saying((task) => ({ below: `/close-out/${closeOutOf(task)}/verification`, body: looks }));

everyRejectionOf(VerifyCloseOut, world, {
  'no-such-task': verifies(404, 'team', 'unassigned'),
  'task-is-closed': verifies(409, 'team', 'requestWithdrawn'),
  'not-a-verifier': verifies(403, 'stranger', 'requested'),
  'verifier-is-unnamed': nobodyIsUnnamed(() => {
    asked
      .when(verifyCloseOut(verify, { role: 'office' }, today, independent))
      .isRejected('verifier-is-unnamed');
  }),
  'verifier-of-a-responsible-unit': verifies(403, 'cousin', 'requested'),
  'verifier-answers-for-the-task': verifies(403, 'named', 'requested'),
  'verifier-is-recused': verifies(403, 'recused', 'requested'),
  'no-such-close-out': verifies(404, 'team', 'worked'),
  'close-out-replaced': verifies(409, 'team', 'requestedAgain', (task) => ({
    below: `/close-out/${formerOf(task)}/verification`,
  })),
  'close-out-already-answered': verifies(409, 'team', 'rejected'),
  'evidence-changed': verifies(409, 'team', 'moreEvidence'),
  'close-out-not-signed': verifies(409, 'team', 'requestedByClerk'),
  'seen-in-the-future': verifies(422, 'office', 'requested', () => ({
    body: { ...looks, on: '2023-03-03' },
  })),
});

const rejects = saying((task) => ({
  below: `/close-out/${closeOutOf(task)}/rejection`,
  body: { missing: 'A photograph' },
}));
everyRejectionOf(RejectCloseOut, world, {
  'no-such-task': rejects(404, 'team', 'unassigned'),
  'task-is-closed': rejects(409, 'team', 'requestWithdrawn'),
  'not-a-verifier': rejects(403, 'leading', 'requested'),
  'verifier-is-unnamed': nobodyIsUnnamed(() => {
    asked
      .when(rejectCloseOut(rejectIt, { role: 'inspection' }, independent))
      .isRejected('verifier-is-unnamed');
  }),
  'verifier-of-a-responsible-unit': rejects(403, 'kin', 'requested'),
  'verifier-answers-for-the-task': rejects(403, 'scribe', 'requested'),
  'verifier-is-recused': rejects(403, 'recused', 'requested'),
  'no-such-close-out': rejects(404, 'office', 'worked'),
  'close-out-replaced': rejects(409, 'team', 'requestedAgain', (task) => ({
    below: `/close-out/${formerOf(task)}/rejection`,
  })),
  'close-out-already-answered': rejects(409, 'office', 'verified'),
});
