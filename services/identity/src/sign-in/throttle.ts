import { Injectable } from '@nestjs/common';
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

/**
 * How often somebody may try. Who is known by the browser is counted by it alone: whatever strangers do, their tries are not
 * counted against it, and they cannot lock its owner out. All is kept in memory, and for as long as it counts.
 */
@Injectable()
export class Throttle {
  private readonly device = new RateLimiterMemory({ points: 10, duration: QUARTER_HOUR });
  private readonly sourceAndPerson = new RateLimiterMemory({ points: 5, duration: QUARTER_HOUR });
  private readonly source = new RateLimiterMemory({ points: 50, duration: QUARTER_HOUR });
  private readonly strangers = new RateLimiterMemory({ points: 100, duration: HOUR });

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

/** What is thrown at the limit is no error, but a count. */
const isExceeded = (thrown: unknown): boolean => {
  if (thrown instanceof Error) throw thrown;
  return false;
};
