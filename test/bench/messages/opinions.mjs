import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import { SubmitOpinion } from '@redress/contracts/intake/submit-opinion';

export const OFFICE = { role: 'office', person: '0190a5c4-0000-7000-8000-00000000000a' };

/** As the gateway makes it. */
export const envelopeOf = (actor) => ({
  actor,
  correlationId: randomUUIDv7(),
  causationId: randomUUIDv7(),
  happenedAt: new Date().toISOString(),
});

export const accepted = (outcome) => {
  if (outcome.position === undefined) throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome;
};

/** Does it for all, so many at a time, each sender waiting for its answer before the next. */
export const each = async (items, inFlight, act) => {
  const left = items.values();
  const answers = [];
  const send = async () => {
    for (const item of left) answers.push(await act(item));
  };
  await Promise.all(Array.from({ length: inFlight }, send));
  return answers;
};

const opinion = () => ({
  key: randomUUID(),
  channel: 'web-form',
  title: 'A3区某小区夜间施工噪音扰民',
  text: '小区旁的工地连续多日夜间施工到凌晨两点，老人孩子都无法休息，多次打电话没有结果，请尽快处理。',
});

const send = async (services) =>
  accepted(await services.send(SubmitOpinion, opinion(), envelopeOf({ role: 'submitter' })));

/** New opinions; their ids. */
export const sent = async (services, count) =>
  (await each(Array(count).fill(), 64, () => send(services))).map(({ opinionId }) => opinionId);

/** New opinions, which every read model has by now; their ids. */
export const submitted = async (services, count) => {
  const sent = await each(Array(count).fill(), 64, () => send(services));
  const atLeast = sent
    .map(({ position }) => position)
    .toSorted()
    .at(-1);
  const query = { opinionId: sent[0].opinionId, atLeast };
  while ((await services.ask(SeeOpinion, query, OFFICE)).rejected === 'not-yet');
  return sent.map(({ opinionId }) => opinionId);
};
