import type { Grants } from '../policy.js';
import { ANYBODY, command, query, SERVICES, SUBMITTERS } from './groups.js';

const operator = command({ operator: 'everything' }, 'not-the-operator');
/** Whoever is signed in, for their own sessions; also without any post. */
const ownSession = command(SUBMITTERS, 'no-such-session');

export const IDENTITY: Grants = {
  // With a secret that only they have.
  'identity.sign-in': command(ANYBODY, 'wrong-credentials'),
  'identity.set-up': command(ANYBODY, 'no-such-invitation'),
  'identity.accept-invitation': command(ANYBODY, 'no-such-invitation'),

  // With what a provider of theirs says.
  'identity.begin-at-provider': command(ANYBODY, 'no-such-provider'),
  'identity.finish-at-provider': command(ANYBODY, 'proof-does-not-hold'),
  'identity.end-at-provider': command(ANYBODY, 'proof-does-not-hold'),

  'identity.choose-post': ownSession,
  'identity.change-password': ownSession,
  'identity.end-session': ownSession,
  'identity.end-my-sessions': ownSession,

  'identity.invite-account': operator,
  'identity.reset-account': operator,
  'identity.lock-account': operator,
  'identity.unlock-account': operator,
  'identity.end-sessions': operator,

  'identity.list-providers': query(ANYBODY),
  'identity.list-sessions': query(SUBMITTERS),
  'identity.read-account': query({ ...SUBMITTERS, operator: 'everything' }),
  'identity.find-session': query(SERVICES),
};
