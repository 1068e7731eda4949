import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import {
  type IssuedToken,
  RotateOwnToken,
  RotateToken,
  type TokenRejection,
} from '@redress/contracts/directory/tokens';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Mint } from '../issue-token/mint.js';
import { posts } from '../post/post.js';
import { sha256Of, tokenIdOf, tokens } from '../token/token.js';
import { rotateOwnToken, rotateToken, succeed } from './rotate-token.js';

type Reply = Promise<Outcome<TokenRejection, IssuedToken>>;

@Controller()
export class RotateTokenHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly mint: Mint,
  ) {}

  @MessagePattern(RotateToken.subject)
  rotate(@Payload('command') command: RotateToken, @Payload('envelope') envelope: Envelope): Reply {
    return this.replace(command, envelope, rotateToken);
  }

  @MessagePattern(RotateOwnToken.subject)
  rotateOwn(@Payload('command') command: RotateOwnToken, @Payload('envelope') envelope: Envelope): Reply {
    return this.replace(command, envelope, rotateOwnToken);
  }

  /** The old one first: of two who rotate it at once, one is told so. Whoever is stopped between asks again with the same key. */
  private async replace(command: RotateToken, envelope: Envelope, rotate: typeof rotateToken): Reply {
    const { actor, correlationId, causationId, happenedAt } = envelope;
    const text = this.mint.textFor(causationId);
    const sha256 = sha256Of(text);
    const tokenId = tokenIdOf(sha256);
    const old = await load(this.store, tokens, command.tokenId);
    const post =
      old.status === 'unknown' || old.acts.post === undefined
        ? posts.initial
        : await load(this.store, posts, old.acts.post);
    const today = this.clock.dayOf(happenedAt);
    const decide = rotate(command, actor, { now: happenedAt, today, post, sha256 });
    const replaced = await transact(this.store, tokens, command.tokenId, envelope, decide);
    if ('rejected' in replaced) return replaced;
    if (old.status === 'unknown') return { rejected: 'no-such-token' };

    // The revision that the caller has seen is that of the old one.
    const unseen: Envelope = { actor, correlationId, causationId, happenedAt };
    const outcome = await transact(
      this.store,
      tokens,
      tokenId,
      unseen,
      succeed(command, old, happenedAt, sha256),
    );
    if ('rejected' in outcome) return outcome;
    const token = await load(this.store, tokens, tokenId);
    if (token.status === 'unknown') throw new Error(`${tokenId} was issued and is not there`);
    return { ...outcome, tokenId, token: text, actor: token.acts, expiresAt: token.expiresAt };
  }
}
