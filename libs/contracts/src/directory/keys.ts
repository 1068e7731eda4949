import { AreIds, IsText } from '../fields.js';
import type { KeyId, PersonId } from '../values.js';

/** So many at once. */
export const KEYS_LIMIT = 500;

/** Keys that only who asked can read. */
export class HandedKeys {
  @IsText(200) readonly from!: string;
  @IsText(100_000) readonly bytes!: string;
}

class AskForKeys {
  static readonly reply = HandedKeys;
  /** To whom they are handed: a public key, made for this alone. */
  @IsText(200) readonly to!: string;
}

/** Under which key is what is each person's sealed? For services, never for a person. */
export class FindKeysToSeal extends AskForKeys {
  static readonly subject = 'directory.find-keys-to-seal';
  @AreIds(1, KEYS_LIMIT) readonly persons!: readonly PersonId[];
}

/** The keys with these ids; for services, never for a person. */
export class FindKeysToOpen extends AskForKeys {
  static readonly subject = 'directory.find-keys-to-open';
  @AreIds(1, KEYS_LIMIT) readonly ids!: readonly KeyId[];
}

/** What is handed over, as JSON: without a key, it was destroyed. */
export type HandedKey = { readonly person?: PersonId; readonly id?: KeyId; readonly key?: string };
