import type { Written } from '@redress/contracts/command';
import type { ReceiptView } from '@redress/contracts/intake/receipt';
import type { OpinionId, PostId } from '@redress/contracts/values';
import type { Api } from '../http/api.js';
import { until } from '../http/until.js';
import { sendOpinion } from '../import-opinions/send-opinion.js';
import { spread } from '../table-file/moments.js';
import type { Case } from './case-row.js';
import { deskSteps, issueOf } from './desk-steps.js';
import type { People, Step } from './step.js';
import { taskSteps } from './task-steps.js';

/** What the server said was done: the event, in which post, and where it stands in the log of its service. */
export type Acknowledged = {
  readonly yields: string;
  readonly post: PostId;
  readonly service: 'intake' | 'rectification';
  readonly position: Written['position'];
};

/** How far a case came. It grows while it is walked: what was acknowledged stays known whatever happens then. */
export type Walk = {
  readonly line: number;
  readonly reply: string;
  sent?: { readonly receipt: string; readonly opinionId: OpinionId };
  readonly acknowledged: Acknowledged[];
  /** It came to its end, and its submitter was told. */
  isOver: boolean;
};

/**
 * Takes a case from the opinion to its outcome: each step by the person entitled to it, one after the other, as having
 * happened between the opinion and its reply.
 */
export const walkCase = async (api: Api, one: Case, people: People, walk: Walk): Promise<void> => {
  const { office } = people;
  const { receipt, opinionId, position } = await sendOpinion(api, office.token, one);
  walk.sent = { receipt, opinionId };
  walk.acknowledged.push({ yields: 'OpinionSubmitted', post: office.post, service: 'intake', position });

  const desk = deskSteps(one, opinionId, people);
  const task = taskSteps(one, opinionId, people);
  const moments = spread(one.submittedAt, one.repliedAt, 1 + desk.length + task.length);
  const take = async (
    steps: readonly Step[],
    service: Acknowledged['service'],
    first: number,
  ): Promise<void> => {
    for (const [index, { by, path, body, yields }] of steps.entries()) {
      const happenedAt = moments[first + index] ?? one.repliedAt;
      const said = typeof body === 'function' ? (body(happenedAt) as object) : body;
      const put = { method: 'PUT', path, token: by.token, key: one.key, happenedAt, body: said } as const;
      const { position } = await api.ask<Written>(put);
      walk.acknowledged.push({ yields, post: by.post, service, position });
    }
  };

  await take(desk, 'intake', 1);
  await until(api, { path: `/issues/${issueOf(opinionId)}`, token: office.token });
  await take(task, 'rectification', 1 + desk.length);
  const told = { path: `/receipts/${receipt}?status=told` };
  await until<ReceiptView>(api, told, ({ status }) => status === 'told');
  walk.isOver = true;
};
