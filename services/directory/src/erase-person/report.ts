import type { ErasureReport } from '@redress/contracts/directory/erasure';
import type { Erasure } from '../erasure/erasure.js';

/** What stays, and why: it is the same for everybody who is erased. */
const REMAINS = [
  'the events themselves, with their times and what was sealed in them: no key opens it any more, and the log stays verifiable',
  'the id of the person, wherever the log says who acted: by it alone nobody is found in any register here',
  'files that they added to an opinion: nothing names them any more, and the clean-up of each day removes them once they are seven days old',
  'what offices and units wrote in their own name, and outcomes that were made public',
  'backups from before: they hold rows in clear until they are deleted, and once put back, those rows are cleaned at the start',
] as const;

const IN_CLEAR = 'texts in events from before anything was sealed: they stay readable in the log' as const;

export const reportOf = ({ status, holds, proposal, keys, services, confirmed }: Erasure): ErasureReport => {
  const waitingFor = services.filter((service) => confirmed.every((one) => one.service !== service));
  const complete = status === 'erased' && waitingFor.length === 0;
  return {
    status,
    holds,
    keys,
    confirmed,
    waitingFor,
    complete,
    ...(proposal && { ground: proposal.ground, reason: proposal.reason }),
    remains:
      status === 'erased'
        ? [...REMAINS, ...(confirmed.some(({ inClear }) => inClear > 0) ? [IN_CLEAR] : [])]
        : [],
  };
};
