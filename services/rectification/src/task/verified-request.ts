import type { Rejected } from '@redress/contracts/command';
import type { UnusableRequest } from '@redress/contracts/rectification/close-task';
import type { CloseOutStatus } from '@redress/contracts/rectification/words';
import type { EntryId } from '@redress/contracts/values';
import { reject } from '@redress/eventsourcing/decision';
import type { CloseOut } from './close-outs.js';
import { namesAllEvidence } from './attached.js';
import { type AssignedTask } from './task.js';

/** The request of this id, if a line may be struck off on it and on exactly the evidence that it names; else why not. */
export const verifiedRequest = (task: AssignedTask, id: EntryId): CloseOut | Rejected<UnusableRequest> => {
  const closeOut = task.closeOuts.find((one) => one.id === id);
  if (!closeOut) return reject('no-such-close-out');
  const why = WHY_NOT[closeOut.status];
  if (why) return reject(why);
  return namesAllEvidence(closeOut, task) ? closeOut : reject('evidence-changed');
};

const WHY_NOT: Readonly<Record<CloseOutStatus, UnusableRequest | undefined>> = {
  requested: 'close-out-not-verified',
  verified: undefined,
  rejected: 'close-out-rejected',
  replaced: 'close-out-replaced',
  objected: 'close-out-objected',
  closed: 'close-out-already-used',
};
