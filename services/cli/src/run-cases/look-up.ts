import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { ReceiptView } from '@redress/contracts/intake/receipt';
import type { Api } from '../http/api.js';
import { Refusal } from '../http/refusal.js';
import { NotInTime, until } from '../http/until.js';
import type { Officer } from '../sign-in/posts.js';
import { eventsIn, faultsOf, type Found, lostOf } from './check-case.js';
import type { Walk } from './walk-case.js';

/** Events reach the audit after a moment; what is not there after so long is taken for lost. */
const PATIENCE_MS = 30_000;

/** What the public API shows of a case: to its submitter under the receipt, and to the auditor as its history. */
export const lookUp = async (api: Api, auditor: Officer, walk: Walk): Promise<Found> => {
  if (!walk.sent) return { receipt: undefined, history: undefined };
  const { receipt: code, opinionId } = walk.sent;
  const receipt = await unlessNotFound(api.ask<ReceiptView>({ path: `/receipts/${code}` }));
  const asked = { path: `/cases/${opinionId}?events=${String(eventsIn(walk))}`, token: auditor.token };
  let seen: CaseHistory | undefined;
  const isWhole = (history: CaseHistory): boolean => {
    seen = history;
    const found = { receipt, history };
    return lostOf(walk, found).length === 0 && faultsOf(walk, found).length === 0;
  };
  await unlessNotFound(until(api, asked, isWhole, PATIENCE_MS));
  return { receipt, history: seen };
};

const unlessNotFound = <Reply>(asked: Promise<Reply>): Promise<Reply | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof NotInTime || (error instanceof Refusal && error.status === 404)) return undefined;
    throw error;
  });
