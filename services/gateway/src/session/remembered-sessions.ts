import { createHash } from 'node:crypto';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Answer } from '@redress/contracts/query';
import type { Sha256 } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import type { Clock } from '@redress/eventsourcing/clock';
import { Allowance } from '../http/allowance.js';
import { tooMany } from '../http/limits.js';
import { Sessions } from './sessions.js';

/** What was revoked or ended elsewhere is good for so much longer, at most. */
const REMEMBERED_MS = 5_000;
const REMEMBERED = 10_000;

/** Tokens that are good for nothing, from all who try them together. */
const STRANGERS_A_MINUTE = 1_200;
const STRANGERS_AT_ONCE = 300;

type Known = { readonly session: Session; readonly askedAt: number };

export const sha256Of = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;

/** Asks a service, and remembers the answer for a moment. What it does not know is asked again each time. */
export abstract class RememberedSessions extends Sessions {
  /** In order of the asking: the oldest first. */
  private readonly known = new Map<Sha256, Known>();
  private readonly asked = new Map<Sha256, Promise<Session | undefined>>();
  /** How often something was to be forgotten. */
  private forgotten = 0;

  private readonly strangers = new Allowance(STRANGERS_A_MINUTE, STRANGERS_AT_ONCE);

  constructor(protected readonly clock: Clock) {
    super();
  }

  protected abstract answerTo(sha256: Sha256): Promise<Answer<Session>>;

  override async sessionOf(token: string): Promise<Session | undefined> {
    const sha256 = sha256Of(token);
    const now = this.clock.now();
    const known = this.known.get(sha256);
    const isFresh = known !== undefined && Date.parse(now) - known.askedAt < REMEMBERED_MS;
    const session = isFresh ? known.session : await this.askOnce(sha256);
    return session && session.expiresAt > now ? session : undefined;
  }

  /** What is asked at this moment may have been answered before: it is not remembered, and whoever comes now asks anew. */
  override forget(isTheirs: (session: Session) => boolean): void {
    this.forgotten += 1;
    this.asked.clear();
    for (const [sha256, { session }] of this.known) if (isTheirs(session)) this.known.delete(sha256);
  }

  /** However many ask at the same time. */
  private askOnce(sha256: Sha256): Promise<Session | undefined> {
    const already = this.asked.get(sha256);
    if (already) return already;
    const asked = this.ask(sha256).finally(() => {
      if (this.asked.get(sha256) === asked) this.asked.delete(sha256);
    });
    this.asked.set(sha256, asked);
    return asked;
  }

  /** Who was good a while ago is always asked for; whoever tries one token after another comes to an end. */
  private async ask(sha256: Sha256): Promise<Session | undefined> {
    const isStranger = !this.known.has(sha256);
    const seconds = isStranger ? this.strangers.take() : undefined;
    if (seconds !== undefined) throw tooMany('too-many-unknown-tokens', seconds);
    const session = await this.askFor(sha256);
    if (session && isStranger) this.strangers.giveBack();
    return session;
  }

  private async askFor(sha256: Sha256): Promise<Session | undefined> {
    const askedAt = Date.parse(this.clock.now());
    const { forgotten } = this;
    const answer = await this.answerTo(sha256);
    this.known.delete(sha256);
    if ('rejected' in answer && answer.rejected === 'not-found') return undefined;
    const session = found(answer);
    if (forgotten !== this.forgotten) return session;
    this.known.set(sha256, { session, askedAt });
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return session;
  }
}
