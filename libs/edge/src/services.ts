import type { Command, Outcome, Written } from '@redress/contracts/command';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { Answer, Query } from '@redress/contracts/query';

/** The port from the gateway to the services behind it: a request that waits for its reply. */
export abstract class Services {
  /** @throws ServiceUnavailable when no answer came in time; the outcome is then unknown, and the command may be sent again. */
  abstract send<Shape extends object, Reason extends string, Reply extends Written = Written>(
    command: Command<Shape, Reason, Reply>,
    body: NoInfer<Shape>,
    envelope: Envelope,
  ): Promise<Outcome<Reason, Reply>>;

  /** @throws ServiceUnavailable */
  abstract ask<Shape extends object, Reply extends object>(
    query: Query<Shape, Reply>,
    body: NoInfer<Shape>,
    actor: Actor,
  ): Promise<Answer<Reply>>;
}

/** Nobody listened, or nobody answered in time. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}
