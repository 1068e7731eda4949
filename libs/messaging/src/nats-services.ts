import {
  BadRequestException,
  Injectable,
  type OnApplicationShutdown,
  PayloadTooLargeException,
} from '@nestjs/common';
import { ClientProxy, ClientProxyFactory, NatsRecordBuilder, Transport } from '@nestjs/microservices';
import type { Command, Outcome, Written } from '@redress/contracts/command';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { Answer, Query } from '@redress/contracts/query';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { catchError, firstValueFrom, timeout } from 'rxjs';
import { scope } from '@redress/telemetry/scope';
import { headersOf } from './asked.js';
import { type Fault, isFault } from './faults.js';
import { natsOptions } from './nats-options.js';

/** How long a request waits for its reply unless told otherwise. */
const PATIENCE_MS = 5_000;

/** For the provider of ClientProxy. It connects with the first request, and again whenever the broker was away. */
export const natsClient = (url?: string): ClientProxy =>
  ClientProxyFactory.create({ transport: Transport.NATS, options: natsOptions(url) });

/** The services over NATS request and reply. */
@Injectable()
export class NatsServices extends Services implements OnApplicationShutdown {
  patienceMs = PATIENCE_MS;

  constructor(private readonly nats: ClientProxy) {
    super();
  }

  /** After the server has answered what it had: a handler may still ask another service until then. */
  async onApplicationShutdown(): Promise<void> {
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

  private request<Reply>(subject: string, payload: object): Promise<Reply> {
    const beside = headersOf(scope());
    const asked = beside ? new NatsRecordBuilder(payload).setHeaders(beside).build() : payload;
    const reply = this.nats.send<Reply>(subject, asked).pipe(
      timeout(this.patienceMs),
      catchError((error: unknown) => {
        throw told(subject, error);
      }),
    );
    return firstValueFrom(reply);
  }
}

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
