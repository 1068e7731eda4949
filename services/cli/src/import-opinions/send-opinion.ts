import type { Submitted } from '@redress/contracts/intake/submit-opinion';
import type { Api } from '../http/api.js';
import type { Opinion } from './opinion.js';

/** Sends an opinion as having happened when the file says so; sent again, it is the same one. */
export const sendOpinion = (
  api: Api,
  token: string,
  { key, submittedAt, content }: Opinion,
): Promise<Submitted> =>
  api.ask<Submitted>({
    method: 'POST',
    path: '/opinions',
    token,
    key,
    happenedAt: submittedAt,
    body: content,
  });
