import { createSecretKey, type KeyObject } from 'node:crypto';
import {
  FindKeysToOpen,
  FindKeysToSeal,
  type HandedKey,
  type HandedKeys,
  KEYS_LIMIT,
} from '@redress/contracts/directory/keys';
import type { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { KeyId, PersonId } from '@redress/contracts/values';
import type { Services } from '@redress/edge/services';
import { Receiver } from '@redress/sealing/handed-over';
import { type DataKey, KeyRing, KeysUnavailable } from '@redress/sealing/key-ring';

const SYSTEM: Actor = { role: 'system' };

/** The keys that the directory keeps. They are handed over so that who listens on the broker learns none of them. */
export class RemoteKeys extends KeyRing {
  constructor(private readonly services: Services) {
    super();
  }

  override async toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>> {
    const handed = await inParts(persons, (some) =>
      received((to) => this.services.ask(FindKeysToSeal, { persons: some, to }, SYSTEM)),
    );
    return new Map(
      handed.flatMap(({ person, id, key }) =>
        person === undefined
          ? []
          : [[person, id !== undefined && key !== undefined ? { id, key: keyOf(key) } : 'erased'] as const],
      ),
    );
  }

  override async toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>> {
    const handed = await inParts(ids, (some) =>
      received((to) => this.services.ask(FindKeysToOpen, { ids: some, to }, SYSTEM)),
    );
    return new Map(
      handed.flatMap(({ id, key }) =>
        id === undefined ? [] : [[id, key === undefined ? 'erased' : keyOf(key)] as const],
      ),
    );
  }
}

const inParts = async <Id>(
  ids: readonly Id[],
  ask: (some: readonly Id[]) => Promise<readonly HandedKey[]>,
): Promise<readonly HandedKey[]> => {
  const handed: HandedKey[] = [];
  for (let at = 0; at < ids.length; at += KEYS_LIMIT)
    handed.push(...(await ask(ids.slice(at, at + KEYS_LIMIT))));
  return handed;
};

const received = async (ask: (to: string) => Promise<Answer<HandedKeys>>): Promise<readonly HandedKey[]> => {
  const receiver = new Receiver();
  try {
    const answer = await ask(receiver.address);
    if ('rejected' in answer) throw new Error(`it was ${answer.rejected}`);
    return JSON.parse(receiver.receive(answer).toString('utf8')) as readonly HandedKey[];
  } catch (error) {
    throw new KeysUnavailable('the directory hands over no keys', { cause: error });
  }
};

const keyOf = (text: string): KeyObject => createSecretKey(Buffer.from(text, 'base64'));
