import { createHmac } from 'node:crypto';
import type { MessageId } from '@redress/contracts/values';
import { textOf } from '../token/token.js';

/** Makes the texts of tokens: nobody can guess one, and for the same cause it is the same, so that none is kept. */
export class Mint {
  constructor(private readonly secret: string) {}

  textFor(cause: MessageId): string {
    return textOf(createHmac('sha256', this.secret).update(cause).digest());
  }
}
