import type { KeyObject } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  FindKeysToOpen,
  FindKeysToSeal,
  type HandedKey,
  type HandedKeys,
} from '@redress/contracts/directory/keys';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { OwnKeys } from '@redress/hosting/own-keys';
import { handedOver } from '@redress/sealing/handed-over';

/** Hands keys to services, and to nobody else. */
@Controller()
export class KeysHandler {
  constructor(private readonly keys: OwnKeys) {}

  @MessagePattern(FindKeysToSeal.subject)
  async toSeal(
    @Payload('query') { persons, to }: FindKeysToSeal,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<HandedKeys>> {
    if (role !== 'system') return { rejected: 'not-found' };
    const keys = await this.keys.ring.toSeal(persons);
    const handed = [...keys].map(([person, key]): HandedKey =>
      key === 'erased' ? { person } : { person, id: key.id, ...spelt(key.key) },
    );
    return handedTo(to, handed);
  }

  @MessagePattern(FindKeysToOpen.subject)
  async toOpen(
    @Payload('query') { ids, to }: FindKeysToOpen,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<HandedKeys>> {
    if (role !== 'system') return { rejected: 'not-found' };
    const keys = await this.keys.ring.toOpen(ids);
    return handedTo(
      to,
      [...keys].map(([id, key]): HandedKey => (key === 'erased' ? { id } : { id, ...spelt(key) })),
    );
  }
}

const spelt = (key: KeyObject): Pick<Required<HandedKey>, 'key'> => ({
  key: key.export().toString('base64'),
});

const handedTo = (to: string, keys: readonly HandedKey[]): HandedKeys =>
  handedOver(to, Buffer.from(JSON.stringify(keys)));
