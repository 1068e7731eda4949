import type { Grants } from '../policy.js';
import { ABOUT_SOMEBODY, ANYBODY, command, officeOrOperator, query, SERVICES, SUBMITTERS } from './groups.js';

const operator = command({ operator: 'everything' }, 'not-the-operator');
const registers = officeOrOperator('may-not-decide-on-registrations');
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

  // With the token of a session, be the sign-in complete or half-way; or with a passkey.
  'identity.prove-by-totp': command(ANYBODY, 'no-such-session'),
  'identity.prove-by-recovery-code': command(ANYBODY, 'no-such-session'),
  'identity.prove-by-password': command(ANYBODY, 'no-such-session'),
  'identity.ask-for-passkey': command(ANYBODY, 'no-such-session'),
  'identity.prove-by-passkey': command(ANYBODY, 'no-such-session'),
  'identity.begin-with-passkey': command(ANYBODY, 'passkey-not-accepted'),
  'identity.sign-in-with-passkey': command(ANYBODY, 'passkey-not-accepted'),
  'identity.begin-totp': command(ANYBODY, 'no-such-session'),
  'identity.confirm-totp': command(ANYBODY, 'no-such-session'),
  'identity.begin-passkey': command(ANYBODY, 'no-such-session'),
  'identity.enrol-passkey': command(ANYBODY, 'no-such-session'),
  'identity.name-factor': command(ANYBODY, 'no-such-session'),
  'identity.remove-factor': command(ANYBODY, 'no-such-session'),
  'identity.draw-recovery-codes': command(ANYBODY, 'no-such-session'),

  'identity.choose-post': ownSession,
  'identity.change-password': ownSession,
  'identity.end-session': ownSession,
  'identity.end-my-sessions': ownSession,

  // Anybody asks; whoever has the code of a request follows it, and fetches what it led to.
  'identity.ask-to-register': command(ANYBODY, 'registration-id-is-taken'),
  'identity.follow-registration': query(ANYBODY),
  'identity.fetch-invitation': command(ANYBODY, 'no-such-registration'),
  // Whoever registers people.
  'identity.list-registrations': query({ office: 'everything', operator: 'everything' }),
  'identity.see-registration': query({ office: 'everything', operator: 'everything', ...SERVICES }),
  'identity.accept-registration': registers,
  'identity.refuse-registration': registers,

  'identity.rebuild-projection': operator,

  'identity.invite-account': operator,
  'identity.reset-account': operator,
  'identity.lock-account': operator,
  'identity.unlock-account': operator,
  'identity.end-sessions': operator,

  'identity.list-providers': query(ANYBODY),
  'identity.list-factors': query(ANYBODY),
  'identity.list-sessions': query(SUBMITTERS),
  'identity.read-account': query({ ...SUBMITTERS, operator: 'everything' }),
  'identity.find-kept': query(ABOUT_SOMEBODY),
  'identity.find-personal-events': query(ABOUT_SOMEBODY),
  'identity.find-session': query(SERVICES),
};
