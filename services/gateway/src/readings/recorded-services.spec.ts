import { beforeEach, expect, it } from '@jest/globals';
import { personId, successorId } from '@redress/contracts/directory/organisation.examples';
import { RecordReading } from '@redress/contracts/directory/readings';
import type { Actor } from '@redress/contracts/envelope';
import { FindOpinions, SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import { ListUnits } from '@redress/contracts/directory/units';
import type { Instant, OpinionId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { POLICY } from '@redress/authorisation/policy';
import { RecordedServices } from './recorded-services.js';
import { SHOWN } from './shown.js';

const now = '2026-03-20T08:00:00.000Z' as Instant;
const officer: Actor = { role: 'office', person: successorId, scopes: ['opinions'] };
const opinionId = '0190a5c4-1111-7aaa-8aaa-000000000001' as OpinionId;

let sent: readonly (readonly [subject: string, body: unknown, envelope: { readonly actor: Actor }])[];
let isAway: boolean;
let answer: object;

class Behind extends Services {
  override send = ((
    command: { readonly subject: string },
    body: unknown,
    envelope: { readonly actor: Actor },
  ) => {
    if (isAway) throw new ServiceUnavailable();
    sent = [...sent, [command.subject, body, envelope]];
    return Promise.resolve({ revision: 0, position: '1' });
  }) as Services['send'];
  override ask = (() => Promise.resolve(answer)) as Services['ask'];
}
const services = new RecordedServices(new Behind(), new StoppedClock(now));

beforeEach(() => {
  [sent, isAway, answer] = [[], false, { id: opinionId, submitter: personId }];
});

it('records whom an answer shows, by whom it was asked, and with no confinement of a key', async () => {
  expect(await services.ask(SeeOpinion, { opinionId }, officer)).toBe(answer);
  expect(sent).toEqual([
    [
      RecordReading.subject,
      expect.objectContaining({ question: SeeOpinion.subject, people: [personId], matters: [] }),
      expect.objectContaining({ actor: { role: 'office', person: successorId }, happenedAt: now }),
    ],
  ]);
});

it('records a list once, with everybody in it once', async () => {
  answer = { rows: [{ submitter: personId }, {}, { submitter: personId }, { submitter: successorId }] };
  await services.ask(FindOpinions, {}, { role: 'auditor' });
  expect(sent.map(([, body]) => body)).toMatchObject([{ people: [personId, successorId] }]);
});

it('records nothing of who sees what is their own, of nobody, of what is not there, and of other questions', async () => {
  await services.ask(SeeOpinion, { opinionId }, { role: 'unit', person: personId });
  answer = { id: opinionId };
  await services.ask(SeeOpinion, { opinionId }, officer);
  answer = { rejected: 'not-found' };
  await services.ask(SeeOpinion, { opinionId }, officer);
  answer = { rows: [] };
  await services.ask(ListUnits, {}, officer);
  expect(sent).toEqual([]);
});

it('shows nothing that cannot be recorded', async () => {
  isAway = true;
  await expect(services.ask(SeeOpinion, { opinionId }, officer)).rejects.toThrow(ServiceUnavailable);
});

it('knows only questions that there are', () => {
  expect([...SHOWN.keys()].filter((subject) => !POLICY[subject]?.isQuestion)).toEqual([]);
});
