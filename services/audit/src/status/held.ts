import type { HeldOfService } from '@redress/contracts/audit/status';
import { type Position, START } from '@redress/contracts/values';
import type { ReadModels } from '@redress/read-models/read-models';
import { auditedEvents } from '../record-events/audited-events.js';

/** The services of which there are events, each found by one step over the index. */
export const servicesSeen = async (models: ReadModels): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (;;) {
    const from = `${seen.at(-1) ?? ''}\u0000`;
    const query = { where: { service: { from } }, by: 'service', limit: 1 } as const;
    const [next] = (await models.find(auditedEvents, query)).rows;
    if (!next) return seen;
    seen.push(next.service);
  }
};

/** What is held of a service. Nothing is counted while events come in: it is asked of the rows. */
export const heldOf = async (models: ReadModels, service: string): Promise<HeldOfService> => {
  const events = await models.count(auditedEvents, { where: { service } });
  const newest = { where: { service }, by: 'position', descending: true, limit: 1 } as const;
  const last = (await models.find(auditedEvents, newest)).rows.at(0)?.position ?? START;
  const spelt = (place: number): Position => String(place).padStart(last.length, '0') as Position;
  const isWholeUpTo = async (place: number): Promise<boolean> =>
    (await models.count(auditedEvents, { where: { service, position: { to: spelt(place) } } })) === place;
  const place = await lastWith(isWholeUpTo, Number(last));
  return { service, events, last, wholeUpTo: place === 0 ? START : spelt(place) };
};

/** The greatest number up to `most` for which it holds, when it holds for 0 and, once it fails, for none after. */
const lastWith = async (holds: (place: number) => Promise<boolean>, most: number): Promise<number> => {
  if (await holds(most)) return most;
  let holding = 0;
  let failing = most;
  while (failing - holding > 1) {
    const middle = Math.floor((holding + failing) / 2);
    if (await holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
};
