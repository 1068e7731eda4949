import { randomUUIDv7 } from 'node:crypto';
import { RegisterPerson } from '@redress/contracts/directory/people';
import { SetUp } from '@redress/contracts/identity/invitations';
import { SignIn } from '@redress/contracts/identity/sign-in';
import { DIRECTORY, IDENTITY, withServices } from './messages/running.mjs';
import { summary } from './rounds.mjs';

const ROUNDS = 5;
const EACH = 20;
const rosterNumber = 'R1';
const password = 'a password of some length';

const envelope = (actor) => ({
  actor,
  correlationId: randomUUIDv7(),
  causationId: randomUUIDv7(),
  happenedAt: new Date().toISOString(),
});

const accepted = (outcome) => {
  if ('rejected' in outcome) throw new Error(outcome.rejected);
  return outcome;
};

/** One person signs in again and again: password, session and all, over NATS, at the recommended cost of argon2id. */
const signIn = () =>
  withServices([DIRECTORY, IDENTITY], async (services, { processes }) => {
    const { setUpToken: token } = processes[1];
    accepted(
      await services.send(RegisterPerson, { rosterNumber, name: 'R' }, envelope({ role: 'operator' })),
    );
    accepted(await services.send(SetUp, { token, rosterNumber, password }, envelope({ role: 'submitter' })));
    const command = { rosterNumber, password, source: '0'.repeat(64) };
    const medians = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const took = [];
      for (let n = 0; n < EACH; n += 1) {
        const began = performance.now();
        accepted(await services.send(SignIn, command, envelope({ role: 'submitter' })));
        took.push(performance.now() - began);
      }
      medians.push(summary(took).median);
    }
    return {
      what: 'sign-in with a password, p50 of each round (ms)',
      ours: summary(medians.slice(1)),
      atMost: 150,
    };
  });

export const figures = [signIn];
