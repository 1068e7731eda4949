import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Outcome } from '@redress/contracts/command';
import { RegisterPerson } from '@redress/contracts/directory/people';
import {
  BeginTotp,
  ConfirmTotp,
  DrawRecoveryCodes,
  ListFactors,
  type NewTotp,
} from '@redress/contracts/identity/enrolment';
import { AcceptInvitation, InviteAccount } from '@redress/contracts/identity/invitations';
import { ProveByRecoveryCode, ProveByTotp } from '@redress/contracts/identity/proofs';
import { type Begun, SignIn } from '@redress/contracts/identity/sign-in';
import type { Written } from '@redress/contracts/command';
import type { Sha256 } from '@redress/contracts/values';
import { codeAt } from '../journeys/authenticator-app.js';
import { envelope, killed, LoneIdentity, type Started } from './lone-identity.js';

// Identity is killed while somebody gets a second factor: nobody is ever asked for what is nowhere, and what was told is kept.

/** Services start several times in each. */
jest.setTimeout(180_000);

const PASSWORD = 'Ann counts 47 grey herons';

let system: LoneIdentity;
let identity: Started;
let people = 0;

beforeAll(async () => {
  system = await LoneIdentity.prepared();
  await system.started('directory');
  identity = await system.started('identity');
});
afterAll(() => system.stop());

const anybody = { role: 'submitter' } as const;
const sha256 = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;
const told = <Reply extends Written>(outcome: Outcome<string, Reply>): Reply => {
  if ('rejected' in outcome) throw new Error(outcome.rejected);
  return outcome;
};

type Somebody = { readonly rosterNumber: string; readonly source: Sha256; readonly session: Sha256 };

/** Somebody new who is signed in, with what goes along with every command of theirs. */
const somebody = async (): Promise<Somebody> => {
  people += 1;
  const rosterNumber = `R-${String(people)}`;
  const { services } = system;
  const operator = envelope({ role: 'operator' });
  told(await services.send(RegisterPerson, { rosterNumber, name: 'Ann' }, operator));
  const { invitation } = told(await services.send(InviteAccount, { rosterNumber }, envelope(operator.actor)));
  told(await services.send(AcceptInvitation, { invitation, password: PASSWORD }, envelope(anybody)));
  const source = sha256(rosterNumber);
  const begun = await signIn({ rosterNumber, source });
  return { rosterNumber, source, session: sha256(begun.token) };
};
const signIn = async ({ rosterNumber, source }: Pick<Somebody, 'rosterNumber' | 'source'>): Promise<Begun> =>
  told(await system.services.send(SignIn, { rosterNumber, password: PASSWORD, source }, envelope(anybody)));

const begins = async ({ session, source }: Somebody): Promise<NewTotp> =>
  told(await system.services.send(BeginTotp, { session, source, name: 'telephone' }, envelope(anybody)));

const restarted = async (): Promise<void> => {
  await killed(identity);
  identity = await system.started('identity');
};

/** Sends something, and kills identity that many milliseconds later; what was told by then, if anything. */
const killedAfter = async <Reply>(ms: number, sending: () => Promise<Reply>): Promise<Reply | undefined> => {
  let answer: Reply | undefined;
  sending().then(
    (reply) => (answer = reply),
    () => undefined,
  );
  await pause(ms);
  await restarted();
  return answer;
};

it('keeps an authenticator that was begun over a kill -9, to be confirmed then', async () => {
  const ann = await somebody();
  const { factorId, secret } = await begins(ann);
  await restarted();
  expect((await signIn(ann)).needs).toEqual([]);
  const { session, source } = ann;
  const confirm = { session, source, factorId, code: codeAt(secret, Date.now()) };
  told(await system.services.send(ConfirmTotp, confirm, envelope(anybody)));
  await restarted();
  const half = await signIn(ann);
  expect(half.needs).toEqual(['totp']);
  const prove = { session: sha256(half.token), source, code: codeAt(secret, Date.now() + 30_000) };
  expect(told(await system.services.send(ProveByTotp, prove, envelope(anybody))).needs).toEqual([]);
});

it.each([0, 2, 5, 12, 40])(
  'asks for a code only of whoever can show one, killed %i ms after the first',
  async (ms) => {
    const ann = await somebody();
    const { session, source } = ann;
    const { factorId, secret } = await begins(ann);
    const confirm = { session, source, factorId, code: codeAt(secret, Date.now()) };
    const sending = () => system.services.send(ConfirmTotp, confirm, envelope(anybody));
    const answer = await killedAfter(ms, sending);
    const half = await signIn(ann);
    if (answer) expect([answer, half.needs]).toEqual([expect.objectContaining({ needs: [] }), ['totp']]);
    if (half.needs.length === 0) {
      // It was not enrolled, nobody was told that it is, and it can still be.
      const again = { ...confirm, code: codeAt(secret, Date.now()) };
      told(await system.services.send(ConfirmTotp, again, envelope(anybody)));
    }
    const next = half.needs.length > 0 ? half : await signIn(ann);
    const prove = { session: sha256(next.token), source, code: codeAt(secret, Date.now() + 30_000) };
    expect(told(await system.services.send(ProveByTotp, prove, envelope(anybody))).needs).toEqual([]);
  },
);

it.each([2, 12])('draws the same ten codes for the same request, killed after %i ms', async (ms) => {
  const ann = await somebody();
  const { factorId, secret } = await begins(ann);
  const { session, source } = ann;
  const confirm = { session, source, factorId, code: codeAt(secret, Date.now()) };
  const owner = {
    source,
    session: sha256(told(await system.services.send(ConfirmTotp, confirm, envelope(anybody))).token),
  };
  const request = envelope(anybody);
  const draw = () => system.services.send(DrawRecoveryCodes, owner, request);
  const first = await killedAfter(ms, draw);
  const { codes } = told(await draw());
  if (first) expect(first).toMatchObject({ codes });
  const list = await system.services.ask(ListFactors, { session: owner.session }, anybody);
  expect(list).toMatchObject({ recoveryCodes: 10 });
  const use = async (code = '') => {
    const half = await signIn(ann);
    const prove = { source, session: sha256(half.token), code };
    return system.services.send(ProveByRecoveryCode, prove, envelope(anybody));
  };
  expect(told(await use(codes[3])).needs).toEqual([]);
  told(await draw());
  expect(await use(codes[3])).toEqual({ rejected: 'wrong-code' });
});
