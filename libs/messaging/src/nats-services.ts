import { setTimeout as pause } from 'node:timers/promises';
import {
  BadRequestException,
  Injectable,
  type OnApplicationShutdown,
  PayloadTooLargeException,
} from '@nestjs/common';
import { ClientNats, ClientProxy, NatsRecordBuilder } from '@nestjs/microservices';
import { EmptyResponseException } from '@nestjs/microservices/errors/empty-response.exception.js';
import type { Command, Outcome, Written } from '@redress/contracts/command';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { Answer, Query } from '@redress/contracts/query';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { outside, scope } from '@redress/telemetry/scope';
import type { Span } from '@redress/telemetry/span';
import { tracing } from '@redress/telemetry/tracing';
import { filter, firstValueFrom, map, merge, type Observable, timeout } from 'rxjs';
import { asking, headersOf } from './asked.js';
import { type Fault, isFault } from './faults.js';
import { natsOptions } from './nats-options.js';

/** How long a request waits for its reply unless told otherwise. */
const PATIENCE_MS = 5_000;
/** How often more what met nobody is sent, within 1.5 s. */
const MET_NOBODY = 5;
const RECONNECTING_MS = 100;

/** For the provider of ClientProxy. It connects with the first request, and again whenever the broker was away. */
export const natsClient = (url?: string): ClientProxy => new LastingClient(natsOptions(url)) as ClientProxy;

/** The connection outlives the request for which it was begun: what it says of itself belongs to none. */
class LastingClient extends ClientNats {
  override connect() {
    return outside(() => super.connect());
  }
}

/** The services over NATS request and reply. */
@Injectable()
export class NatsServices extends Services implements OnApplicationShutdown {
  patienceMs = PATIENCE_MS;
  private isClosed = false;
  private readonly broken: Observable<never>;

  constructor(private readonly nats: ClientProxy) {
    super();
    this.broken = nats.status.pipe(
      filter((status) => status === 'disconnected'),
      map(() => {
        throw new ConnectionBroke();
      }),
    );
  }

  /** After the server has answered what it had: a handler may still ask another service until then. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.nats.close();
  }

  override send<Shape extends object, Reason extends string, Reply extends Written = Written>(
    { subject }: Command<Shape, Reason, Reply>,
    command: NoInfer<Shape>,
    envelope: Envelope,
  ): Promise<Outcome<Reason, Reply>> {
    return this.request(subject, { command, envelope });
  }

  override ask<Shape extends object, Reply extends object>(
    { subject }: Query<Shape, Reply>,
    query: NoInfer<Shape>,
    actor: Actor,
  ): Promise<Answer<Reply>> {
    return this.request(subject, { query, actor });
  }

  private async request<Reply>(subject: string, payload: object): Promise<Reply> {
    const parent = scope()?.span;
    const span = parent && tracing()?.begin({ name: subject, kind: 'client', parent });
    let isFault = true;
    try {
      const reply = await this.replyTo<Reply>(subject, payload, span);
      isFault = false;
      return reply;
    } finally {
      span?.end({ isFault });
    }
  }

  /**
   * What certainly met nobody is sent again for a moment: a copy that takes over, or a server of the broker, may not be
   * known yet everywhere. What was under way when the connection broke is sent again as it was: a command that was carried
   * out is known by its cause.
   */
  private async replyTo<Reply>(subject: string, payload: object, span: Span | undefined): Promise<Reply> {
    const until = performance.now() + this.patienceMs;
    const beside = headersOf(span);
    const said = asking(payload, scope());
    const asked = beside ? new NatsRecordBuilder(said).setHeaders(beside).build() : said;
    for (let attempt = 1; ; attempt += 1)
      try {
        const left = Math.max(1, until - performance.now());
        const replied = merge(this.broken, this.nats.send<Reply>(subject, asked)).pipe(timeout(left));
        return await firstValueFrom(replied);
      } catch (error) {
        const pauseMs = pauseAfter(error, attempt);
        if (this.isClosed || performance.now() + pauseMs > until) throw told(subject, error);
        await pause(pauseMs);
      }
  }
}

class ConnectionBroke extends Error {
  override readonly name = 'ConnectionBroke';
}

/** Infinity for what is not sent again. */
const pauseAfter = (error: unknown, attempt: number): number => {
  if (error instanceof EmptyResponseException) return attempt > MET_NOBODY ? Infinity : 25 * 2 ** attempt;
  // What Nest throws while there is no connection is no Error.
  return error instanceof ConnectionBroke || typeof error === 'string' ? RECONNECTING_MS : Infinity;
};

const told = (subject: string, error: unknown): Error => {
  if (!isFault(error)) return new ServiceUnavailable(`no reply on ${subject}`, { cause: error });
  const { code, errors }: Fault = error;
  switch (code) {
    case 'malformed':
      return new BadRequestException({ type: code, errors });
    case 'too-large':
      return new PayloadTooLargeException({ type: code });
    case 'busy':
    case 'unavailable':
      return new ServiceUnavailable(`${subject}: ${code}`);
    case 'fault':
      return new Error(`${subject} failed`);
  }
};
