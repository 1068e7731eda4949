import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { TokenEvent } from '@redress/contracts/directory/token.events';
import type { Envelope } from '@redress/contracts/envelope';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type CaseId, type Instant, type MessageId, START, type TokenId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { dataFolder, keptText, readKept } from '@redress/hosting/kept-text';
import { revokeToken } from '../issue-token/issue-token.js';
import { sha256Of, textOf, type Token, tokenIdOf, tokens } from '../token/token.js';

const OPERATOR = { role: 'operator' } as const;
/** Without it nobody could issue another: it works until it is revoked. */
const UNTIL = '9999-12-31T23:59:59.999Z' as Instant;
const PAGE = 1_000;

const newText = (): string => textOf(randomBytes(32));

/**
 * The first token, that of an operator without a post: written to `<REDRESS_DATA>/operator.token` at the first start
 * of an empty directory, then left alone. When the file was lost, a start with `REDRESS_NEW_OPERATOR_TOKEN=1` issues
 * another one and revokes those before it.
 */
@Injectable()
export class OperatorToken implements OnApplicationBootstrap {
  private readonly logger = new Logger('operator-token');

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const file = join(dataFolder(), 'operator.token');
    if ((await this.store.last()) === START) return this.begin(file);
    if ((await readKept(file)) !== undefined) return;
    if (process.env['REDRESS_NEW_OPERATOR_TOKEN'] === '1') return this.recover(file);
    this.logger.warn(`${file} is gone; start with REDRESS_NEW_OPERATOR_TOKEN=1 for a new operator's token`);
  }

  /** The file first: whoever is stopped between the two finds it again at the next start. */
  private async begin(file: string): Promise<void> {
    await this.issue(await keptText(file, newText));
    this.logger.log(`the operator's token is in ${file}`);
  }

  /** The file last: whoever is stopped before it begins again, and revokes what was issued in vain. */
  private async recover(file: string): Promise<void> {
    const lost = await this.issuedBefore();
    const text = newText();
    await this.issue(text);
    for (const tokenId of lost) await this.revoke(tokenId);
    await keptText(file, () => text);
    this.logger.warn(`a new operator's token is in ${file}, and the one before works no more`);
  }

  private async issue(text: string): Promise<void> {
    const sha256 = sha256Of(text);
    const tokenId = tokenIdOf(sha256);
    const data = { tokenId, sha256, acts: OPERATOR, expiresAt: UNTIL, recordsPast: false };
    const decide = ({ status }: Token): readonly TokenEvent[] =>
      status === 'unknown' ? [{ type: 'TokenIssued', data }] : [];
    await transact(this.store, tokens, tokenId, this.envelope(), decide);
  }

  private async revoke(tokenId: TokenId): Promise<void> {
    const reason = 'the file with it was lost';
    await transact(this.store, tokens, tokenId, this.envelope(), revokeToken({ tokenId, reason }, OPERATOR));
  }

  private async issuedBefore(): Promise<readonly TokenId[]> {
    const found: TokenId[] = [];
    for (let from = START, end = await this.store.last(); from < end;) {
      const slice = await this.store.readAll(from, [`${tokens.name}-`], PAGE);
      const events = slice.events.map((event) => lifted<TokenEvent, Recorded>(tokens, event));
      for (const { type, data } of events)
        if (type === 'TokenIssued' && data.acts.role === 'operator' && data.acts.post === undefined)
          found.push(data.tokenId);
      from = slice.upTo;
    }
    return found;
  }

  private envelope(): Envelope {
    return {
      actor: { role: 'system' },
      correlationId: randomUUIDv7() as CaseId,
      causationId: randomUUIDv7() as MessageId,
      happenedAt: this.clock.now(),
    };
  }
}
