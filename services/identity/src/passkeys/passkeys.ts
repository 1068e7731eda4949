import { isIP } from 'node:net';
import type { NewPasskey, PasskeyProof } from '@redress/contracts/identity/passkeys';
import type { PersonId } from '@redress/contracts/values';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Kept } from '../secrets/secrets.js';

/** By whom a passkey is asked: it answers nobody else. */
export type RelyingParty = { readonly id: string; readonly origin: string };

type Known = Pick<Kept<'passkey'>, 'id' | 'value'>;
type Transports = NonNullable<
  NonNullable<Parameters<typeof generateAuthenticationOptions>[0]['allowCredentials']>[number]['transports']
>;

/** As long as a person may take over it, and no longer. */
export const ASKED_FOR_MS = 5 * 60_000;

/** The host of where browsers find us. A bare address has no passkeys: browsers make none for it. */
export const relyingPartyAt = (origin: string): RelyingParty | undefined => {
  const { hostname } = new URL(origin);
  return hostname.startsWith('[') || isIP(hostname) !== 0 ? undefined : { id: hostname, origin };
};

const named = (known: readonly Known[]) =>
  known.map(({ id, value }) => ({ id, transports: value.transports as Transports }));

/** What a browser needs to make a passkey, with what it is to sign. Which make it is of, we do not ask. */
export const creationOptions = (
  { id }: RelyingParty,
  person: PersonId,
  name: string,
  has: readonly Known[],
) =>
  generateRegistrationOptions({
    ...{ rpName: 'Redress', rpID: id, userName: name, userDisplayName: name, timeout: ASKED_FOR_MS },
    userID: new TextEncoder().encode(person),
    attestationType: 'none',
    excludeCredentials: named(has),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });

/** Of somebody who is known, any of theirs is asked for; of anybody, one that knows its user by itself. */
export const requestOptions = ({ id }: RelyingParty, has: readonly Known[] | undefined) =>
  generateAuthenticationOptions({
    ...{ rpID: id, timeout: ASKED_FOR_MS },
    userVerification: has ? 'preferred' : 'required',
    ...(has && { allowCredentials: named(has) }),
  });

type ClientData = { readonly challenge?: unknown; readonly crossOrigin?: unknown };

/** What a browser says that was signed; undefined when it says nothing of the kind, or a page of others had it signed. */
export const challengeIn = ({ response }: NewPasskey | PasskeyProof): string | undefined => {
  try {
    const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
    const { challenge, crossOrigin } = JSON.parse(text) as ClientData;
    return typeof challenge === 'string' && crossOrigin !== true ? challenge : undefined;
  } catch {
    return undefined;
  }
};

/** The passkey that was made as it was asked for; undefined when it was not. */
export const made = async (passkey: NewPasskey, challenge: string, { id, origin }: RelyingParty) => {
  const { registrationInfo } = await verifyRegistrationResponse({
    response: passkey,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
  }).catch(() => ({ registrationInfo: undefined }));
  if (registrationInfo?.credential.id !== passkey.id) return undefined;
  const { publicKey, counter } = registrationInfo.credential;
  return { publicKey: Buffer.from(publicKey).toString('base64url'), counter };
};

/** What its counter says now, when the proof is good; undefined when not. A counter that does not go on is of a copy. */
export const counterAfter = async (
  passkey: PasskeyProof,
  { id, value }: Known,
  challenge: string,
  party: RelyingParty,
  mustKnowItsUser: boolean,
): Promise<number | undefined> => {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: passkey,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id, publicKey: Buffer.from(value.publicKey, 'base64url'), counter: value.counter },
    requireUserVerification: mustKnowItsUser,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified ? authenticationInfo?.newCounter : undefined;
};

/** Whose it says it is: what was given to it when it was made. */
export const ownerIn = ({ response }: PasskeyProof): string | undefined =>
  response.userHandle && Buffer.from(response.userHandle, 'base64url').toString('utf8');
