import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RegisterPerson } from '@redress/contracts/directory/people';
import { SetUp } from '@redress/contracts/identity/invitations';
import { FindSession } from '@redress/contracts/identity/sessions';
import { SignIn } from '@redress/contracts/identity/sign-in';
import type { Sha256 } from '@redress/contracts/values';
import { envelope, killed, LoneIdentity } from './lone-identity.js';

const PASSWORD = 'the keeper rides a bicycle';
const rosterNumber = 'R-0815';

let system: LoneIdentity;

beforeAll(async () => {
  system = await LoneIdentity.prepared();
});
afterAll(() => system.stop());

it('keeps a session over a kill -9, and says nothing of what opens it', async () => {
  const { services } = system;
  await system.started('directory');
  const first = await system.started('identity');
  const anybody = envelope({ role: 'submitter' });
  await services.send(RegisterPerson, { rosterNumber, name: 'Chen' }, envelope({ role: 'operator' }));
  const setUp = { token: first.setUpToken, rosterNumber, password: PASSWORD };
  expect(await services.send(SetUp, setUp, anybody)).not.toHaveProperty('rejected');
  const source = '0'.repeat(64) as Sha256;
  const begun = await services.send(SignIn, { rosterNumber, password: PASSWORD, source }, anybody);
  if ('rejected' in begun) throw new Error(begun.rejected);
  const query = { sha256: createHash('sha256').update(begun.token).digest('hex') as Sha256 };
  const session = await services.ask(FindSession, query, { role: 'system' });
  expect(session).toMatchObject({ tokenId: begun.sessionId });

  await killed(first);
  const second = await system.started('identity');
  expect(second.setUpToken).toBe('');
  expect(await services.ask(FindSession, query, { role: 'system' })).toEqual(session);
  const wrong = { rosterNumber, password: 'a password of somebody else', source };
  expect(await services.send(SignIn, wrong, anybody)).toEqual({ rejected: 'wrong-credentials' });

  const { said } = system;
  expect(said.length).toBeGreaterThan(100);
  for (const secret of [
    PASSWORD,
    first.setUpToken,
    begun.token,
    begun.device ?? '-',
    rosterNumber,
    wrong.password,
  ])
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
});
