import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** Argon2id at the cost that the library recommends: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const WRITTEN = '$argon2id$v=19$m=19456,t=2,p=1$';

/** So many at a time, since each takes its memory and a core; so many wait, and who comes then is told to come again. */
const AT_ONCE = 4;
const WAITING = 100;

/** More ask for a password to be looked at than there is time for. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
}

/** Hashes of passwords. An unknown account costs as much as a known one. */
@Injectable()
export class Passwords {
  private readonly nobodys = hash('the password of nobody', COST);
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hashOf(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), COST));
  }

  /** Whether it is the password of that hash; without a hash it is not, and that takes as long. */
  async isOf(kept: string | undefined, password: string): Promise<boolean> {
    const against = kept ?? (await this.nobodys);
    const isIt = await this.inTurn(() => this.verified(against, password.normalize('NFC')));
    return isIt && kept !== undefined;
  }

  /** The one step that costs something. */
  protected verified(against: string, password: string): Promise<boolean> {
    return verify(against, password);
  }

  /** Whether it was made at another cost than today's. */
  isOutdated(kept: string): boolean {
    return !kept.startsWith(WRITTEN);
  }

  private async inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= WAITING) throw new Crowded();
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.running += 1;
    try {
      return await run();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
