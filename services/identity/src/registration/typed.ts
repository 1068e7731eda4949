import { Injectable } from '@nestjs/common';
import type { Instant, RegistrationId } from '@redress/contracts/values';
import { Seal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';

/** What somebody typed who asks to be registered. */
export type WhatWasTyped = { readonly rosterNumber: string; readonly name: string };

/**
 * Keeps what was typed for as long as a request waits, and no longer. Whose it is nobody knows yet, so there is no person's key to
 * seal it with, and it is in no event: it lies under the key of this service, and is removed with the answer or when it lapses.
 */
@Injectable()
export class Typed {
  constructor(
    private readonly secrets: Secrets,
    private readonly seal: Seal,
  ) {}

  /** Says whether this is what is kept of the request; kept is what was typed first. */
  async keep(id: RegistrationId, typed: WhatWasTyped, until: Instant): Promise<boolean> {
    const sealed = this.seal.sealed(JSON.stringify([id, typed.rosterNumber, typed.name]));
    const kept = { id, value: { sealed }, expiresAt: until };
    if (await this.secrets.add('registration', kept)) return true;
    const before = await this.find(id);
    return before?.rosterNumber === typed.rosterNumber && before.name === typed.name;
  }

  /** Undefined when the request is over; also when it was sealed with another key than there is now. */
  async find(id: RegistrationId): Promise<WhatWasTyped | undefined> {
    const kept = await this.secrets.find('registration', id);
    try {
      const [of, rosterNumber = '', name = ''] = JSON.parse(
        kept ? this.seal.opened(kept.value.sealed) : '[]',
      ) as readonly string[];
      return of === id ? { rosterNumber, name } : undefined;
    } catch {
      return undefined;
    }
  }

  async remove(id: RegistrationId): Promise<void> {
    await this.secrets.take('registration', id);
  }
}
