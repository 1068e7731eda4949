import { ObservedEventStore } from '@redress/hosting/observed-event-store';
import { askedIn, asking, wasAnswered, wasRead } from '@redress/messaging/asked';
import { scope, within } from '@redress/telemetry/scope';

const COMMANDS = 200_000;
const AT_ONCE = 64;

const envelope = { actor: { role: 'office', person: '0190a5c4-0000-7000-8000-00000000000a' } };
const events = [{ id: 'an id', correlationId: 'a case', causationId: 'a cause' }];
const appending = { append: () => Promise.resolve({ revision: 0, position: '1' }) };
const store = new ObservedEventStore(appending);
const ofARequest = { isAnonymous: false, requestId: '0190a5c4-1111-7aaa-8aaa-00000000000a' };

/** What a service waits for on the way, so that a scope has to be kept over it. */
const waits = async () => {
  for (let n = 0; n < 6; n += 1) await undefined;
};

const unwatched = async () => {
  JSON.parse(JSON.stringify({ envelope }));
  await waits();
  await appending.append();
};

/** Everything that is done on both sides for the sake of watching while neither traces nor numbers are wanted. */
const watched = () =>
  within(askedIn(undefined), async () => {
    wasRead(scope(), 'intake.x', JSON.parse(JSON.stringify(asking({ envelope }, ofARequest))));
    await waits();
    await store.append('a-1', events, 0);
    wasAnswered(scope(), 'intake.x', { response: { revision: 0, position: '1' } });
  });

const processorSeconds = async (act) => {
  const before = process.cpuUsage();
  for (let n = 0; n < COMMANDS; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, act));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 / COMMANDS;
};

/** Seconds of the processor that watching adds to each command. */
export const added = async () => (await processorSeconds(watched)) - (await processorSeconds(unwatched));
