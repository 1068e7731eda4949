import type { PersonId, Sha256 } from '@redress/contracts/values';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Who tries: from where, and by which browser when that is one in which this person signed in before. */
export type Tried = {
  readonly person: PersonId;
  readonly source: Sha256;
  readonly device: Sha256 | undefined;
};

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** How many tries there are, and per how many seconds. */
export type Limit = { readonly points: number; readonly duration: number };
export type Limits = Readonly<Record<'device' | 'sourceAndPerson' | 'source' | 'strangers', Limit>>;

export const OF_PASSWORDS: Limits = {
  device: { points: 10, duration: QUARTER_HOUR },
  sourceAndPerson: { points: 5, duration: QUARTER_HOUR },
  source: { points: 50, duration: QUARTER_HOUR },
  strangers: { points: 100, duration: HOUR },
};

/** Who tries these has the password, or the open session, already; six digits are guessed sooner. */
export const OF_SECOND_STEPS: Limits = {
  device: { points: 10, duration: QUARTER_HOUR },
  sourceAndPerson: { points: 5, duration: QUARTER_HOUR },
  source: { points: 50, duration: QUARTER_HOUR },
  strangers: { points: 20, duration: HOUR },
};

/** Signing in by a passkey names nobody: what is counted is how often one place is given something to sign. */
export const OF_PASSKEYS: Limit = { points: 200, duration: QUARTER_HOUR };

/**
 * How often somebody may try. Who is known by the browser is counted by it alone: whatever strangers do, their tries are not
 * counted against it, and they cannot lock its owner out. All is kept in memory, and for as long as it counts.
 */
export class Throttle {
  private readonly device: RateLimiterMemory;
  private readonly sourceAndPerson: RateLimiterMemory;
  private readonly source: RateLimiterMemory;
  private readonly strangers: RateLimiterMemory;

  constructor({ device, sourceAndPerson, source, strangers }: Limits = OF_PASSWORDS) {
    this.device = new RateLimiterMemory(device);
    this.sourceAndPerson = new RateLimiterMemory(sourceAndPerson);
    this.source = new RateLimiterMemory(source);
    this.strangers = new RateLimiterMemory(strangers);
  }

  /** Counts a try before it is looked at, so that many at once are no way round; false when there were too many. */
  async mayTry(tried: Tried): Promise<boolean> {
    for (const [limiter, key] of this.counted(tried))
      if (!(await limiter.consume(key).then(() => true, isExceeded))) return false;
    return true;
  }

  /** What was right was no try. */
  async succeeded(tried: Tried): Promise<void> {
    for (const [limiter, key] of this.counted(tried)) await limiter.reward(key);
  }

  private counted({ person, source, device }: Tried): readonly (readonly [RateLimiterMemory, string])[] {
    if (device) return [[this.device, `${device} ${person}`]];
    return [
      [this.sourceAndPerson, `${source} ${person}`],
      [this.source, source],
      [this.strangers, person],
    ];
  }
}

/** The same of second steps: who may not try any more codes may still try a password, and the other way round. */
export class StepThrottle extends Throttle {
  constructor() {
    super(OF_SECOND_STEPS);
  }
}

/** How often a place may be given something to sign by a passkey. */
export class PasskeyThrottle {
  private readonly limiter = new RateLimiterMemory(OF_PASSKEYS);

  mayAsk(source: Sha256): Promise<boolean> {
    return this.limiter.consume(source).then(() => true, isExceeded);
  }
}

/** What is thrown at the limit is no error, but a count. */
const isExceeded = (thrown: unknown): boolean => {
  if (thrown instanceof Error) throw thrown;
  return false;
};
