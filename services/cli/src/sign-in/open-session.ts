import { Api } from '../http/api.js';
import { cookieIn, credentialOf, type Session, sessionAfter } from '../http/credential.js';
import { Refusal } from '../http/refusal.js';
import { Trouble } from '../trouble.js';
import { forget, keep, type Kept, keptFor } from './session-file.js';

/** What the server says of a session that began. */
export type Opened = {
  readonly needs: readonly string[];
  readonly expiresAt: string;
  readonly actor?: { readonly role: string };
};

/** Where what is asked for comes from. */
export type Asking = {
  readonly password: () => Promise<string>;
  readonly code: (needs: readonly string[]) => Promise<string>;
};

const FIRST_PATIENCE_MS = 5_000;
const IS_TOTP = /^\s*\d{3}\s?\d{3}\s*$/;

/**
 * Signs in, and keeps the session for later commands: also one in which nothing can be done yet but enrolling a factor.
 * @throws Trouble when the server lets nobody in by that
 */
export const openSession = async (url: string, rosterNumber: string, asking: Asking): Promise<Opened> => {
  const { device, session: before } = keptFor(url);
  const sending = new Sending(url, device);
  const first = await sending.post('/session', { rosterNumber, password: await asking.password() });
  const opened = await completed(sending, first, asking);
  const { session } = sending;
  if (session) keep(url, { session, ...(sending.device !== undefined && { device: sending.device }) });
  if (before) await ended(url, before);
  return opened;
};

/** Signs out here and at the server. That the server knows nothing of it any more is no trouble. */
export const closeSession = async (url: string): Promise<void> => {
  const { session, device } = readable(url);
  if (device === undefined) forget(url);
  else keep(url, { device });
  if (session) await ended(url, session);
};

/** What others could read is not used any more, not even to end it. */
const readable = (url: string): Kept => {
  try {
    return keptFor(url);
  } catch {
    return {};
  }
};

const ended = async (url: string, session: Session): Promise<void> => {
  try {
    await new Api(url, FIRST_PATIENCE_MS).ask({
      method: 'DELETE',
      path: '/session',
      token: credentialOf(session),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

const completed = async (sending: Sending, opened: Opened, { code }: Asking): Promise<Opened> => {
  const { needs } = opened;
  if (needs.length === 0 || needs.includes('enrolment')) return opened;
  const [hasTotp, hasCodes] = ['totp', 'recovery-code'].map((step) => needs.includes(step));
  if (!hasTotp && !hasCodes)
    throw new Trouble(
      'a passkey is asked for, which needs a browser; with recovery codes it goes here as well',
    );
  const typed = await code(needs);
  const kind = hasTotp && (IS_TOTP.test(typed) || !hasCodes) ? 'totp' : 'recovery-code';
  return sending.post(`/session/proofs/${kind}`, { code: typed });
};

/** Sends one thing after the other as a browser would, and holds what it is known by. */
class Sending {
  session: Session | undefined;

  constructor(
    private readonly url: string,
    public device: string | undefined,
  ) {}

  async post(path: string, body: object): Promise<Opened> {
    try {
      const { reply, cookies } = await new Api(this.url, FIRST_PATIENCE_MS).exchange<Opened>({
        ...{ method: 'POST', path, body, once: true, device: this.device },
        token: this.session && credentialOf(this.session),
      });
      this.session = sessionAfter(cookies, reply) ?? this.session;
      this.device = cookieIn(cookies, 'device') ?? this.device;
      return reply;
    } catch (error) {
      throw error instanceof Refusal ? new Trouble(error.message) : error;
    }
  }
}
