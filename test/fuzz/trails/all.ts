import type { Trail } from '../trail.js';
import { INSPECTIONS } from './inspections.js';
import { OPINIONS } from './opinions.js';
import { ACCOUNTS, FIRST, ORGANISATION } from './organisation.js';
import { TASKS } from './tasks.js';

/** Walked again and again, each time with other things in between. */
export const AGAIN: readonly Trail[] = [...OPINIONS, ...TASKS, ...INSPECTIONS, ...ORGANISATION];

/** Walked seldom: each sign-in costs what it is meant to cost. */
export const SELDOM: readonly Trail[] = ACCOUNTS;

export const ALL: readonly Trail[] = [FIRST, ...AGAIN, ...SELDOM];

/** What no trail comes to, and why. */
export const NOT_REACHED: Readonly<Record<string, string>> = {
  'providers.begin': 'a provider is needed: test/journeys/openid-sign-in.spec.ts',
  'providers.finish': 'a provider is needed: test/journeys/openid-sign-in.spec.ts',
  'providers.end': 'a provider is needed: test/journeys/openid-sign-in.spec.ts',
  ...Object.fromEntries(
    [
      ...[
        'enrolment.beginPasskey',
        'enrolment.confirmTotp',
        'enrolment.enrolPasskey',
        'factors.draw',
        'factors.name',
        'factors.remove',
      ],
      ...['passkeySignIn.begin', 'passkeySignIn.signIn', 'proofs.ask', 'proofs.byPasskey'],
      ...['proofs.byRecoveryCode', 'proofs.byTotp'],
    ].map((id) => [id, 'an authenticator is needed: test/journeys/second-factors.spec.ts, passkeys.spec.ts']),
  ),
  ...Object.fromEntries(
    ['deadLetters.read', 'deadLetters.requeue', 'deadLetters.drop'].map((id) => [id, 'nothing fails here']),
  ),
};
