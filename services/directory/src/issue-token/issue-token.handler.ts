import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { postIdOf } from '@redress/contracts/directory/ids';
import {
  type IssuedToken,
  IssueToken,
  RevokeToken,
  type TokenRejection,
} from '@redress/contracts/directory/tokens';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { posts } from '../post/post.js';
import { sha256Of, tokenIdOf, tokens } from '../token/token.js';
import { issueToken, revokeToken } from './issue-token.js';
import { Mint } from './mint.js';

@Controller()
export class IssueTokenHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly mint: Mint,
    private readonly roster: Roster,
  ) {}

  @MessagePattern(IssueToken.subject)
  async issue(
    @Payload('command') command: IssueToken,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TokenRejection, IssuedToken>> {
    const { actor, causationId, happenedAt } = envelope;
    const text = this.mint.textFor(causationId);
    const sha256 = sha256Of(text);
    const tokenId = tokenIdOf(sha256);
    const post = await load(this.store, posts, postIdOf(command.post));
    const person = await this.roster.find(command.rosterNumber);
    const today = this.clock.dayOf(happenedAt);
    const decide = issueToken(command, actor, happenedAt, today, post, sha256, person);
    const outcome = await transact(this.store, tokens, tokenId, envelope, decide);
    if ('rejected' in outcome) return outcome;

    // A repeat is known by its cause alone. Whether the same was asked for, the rule says of what is there now.
    const token = await load(this.store, tokens, tokenId);
    const again = decide(token);
    if ('rejected' in again) return again;
    if (token.status === 'unknown') throw new Error(`${tokenId} was issued and is not there`);
    return { ...outcome, tokenId, token: text, actor: token.acts, expiresAt: token.expiresAt };
  }

  @MessagePattern(RevokeToken.subject)
  revoke(
    @Payload('command') command: RevokeToken,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TokenRejection>> {
    return transact(this.store, tokens, command.tokenId, envelope, revokeToken(command, envelope.actor));
  }
}
