import { once } from 'node:events';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { NatsRequestJSONDeserializer, ServerNats } from '@nestjs/microservices';
import { scope, within } from '@redress/telemetry/scope';
import { type Asked, askedIn, type Packet, wasAnswered, wasRead } from './asked.js';
import { nameOf } from './failure.js';
import type { Fault } from './faults.js';

/**
 * Nest's NATS server, except that it closes without losing a request. Nest's own drops what the broker had already
 * handed over; this one first tells the broker to send no more, answers what it has, and then goes.
 */
export class DrainingServer extends ServerNats {
  private connection: NatsConnection | undefined;
  private readonly listening: Subscription[] = [];
  private readonly answering = new Set<unknown>();
  private brokerIsAway = false;
  private readonly replies: (() => void)[] = [];
  private allAnswered = (): void => undefined;

  override async createNatsClient(): Promise<NatsConnection> {
    this.connection = (await super.createNatsClient()) as NatsConnection;
    this.on('disconnect', () => (this.brokerIsAway = true));
    this.on('reconnect', () => (this.brokerIsAway = false));
    return this.connection;
  }

  /** Listens once the broker has said that it knows of it: whoever asks from then on meets somebody. */
  override start(listening: (error?: unknown) => void): void {
    super.start(() => {
      (this.connection?.flush() ?? Promise.resolve()).then(() => {
        listening();
      }, listening);
    });
  }

  override bindEvents(connection: NatsConnection): void {
    const subscribe: NatsConnection['subscribe'] = (subject, options) => {
      const subscription = connection.subscribe(subject, options);
      this.listening.push(subscription);
      return subscription;
    };
    super.bindEvents({ subscribe });
  }

  /** As it is: Nest's would try to read it as JSON, fail, and spend more on that than on finding the handler. */
  protected override getRouteFromPattern(pattern: string): string {
    return pattern;
  }

  protected override initializeDeserializer(): void {
    this.deserializer = new Reading();
  }

  override async handleMessage(channel: string, message: Msg): Promise<void> {
    if (!isAsked(message)) {
      this.logger.warn(`what came to ${channel} without a box for the answer was not read`);
      return;
    }
    this.answering.add(message);
    try {
      await within(askedIn(message.headers), () => super.handleMessage(channel, message));
    } catch (error) {
      this.answered(message);
      throw error;
    }
  }

  override getPublisher(...[message, id, context]: Parameters<ServerNats['getPublisher']>): Publish {
    const publish = super.getPublisher(message, id, context) as Publish;
    const asked = scope() as Asked;
    return (packet) => {
      wasAnswered(asked, context.getSubject(), packet);
      this.reply(() => {
        this.sent(publish, packet);
        if (packet.isDisposed ?? packet.err) this.answered(message);
      });
    };
  }

  /** Together with the other replies of this turn of the event loop: a write to the socket for each would be dear. */
  private reply(send: () => void): void {
    if (this.replies.length === 0)
      setImmediate(() => {
        for (const one of this.replies.splice(0)) one();
      });
    this.replies.push(send);
  }

  /** What does not fit in one message of the broker is answered with a fault; without a broker, with nothing. */
  private sent(publish: Publish, packet: Packet): void {
    try {
      publish(packet);
    } catch (error) {
      this.logger.error(`a reply could not be sent: ${nameOf(error)}`);
      const fault: Fault = { code: 'too-large' };
      if (this.connection?.isClosed() === false) publish({ err: fault, isDisposed: true });
    }
  }

  override async close(): Promise<void> {
    // Without a broker there is nobody to answer.
    if (this.connection && !this.connection.isClosed() && !this.brokerIsAway)
      await Promise.race([this.drained(this.connection), once(this.statusEventEmitter, 'disconnect')]);
    await super.close();
  }

  private async drained(connection: NatsConnection): Promise<void> {
    await Promise.all(this.listening.map((subscription) => subscription.drain()));
    await new Promise<void>((done) => {
      this.allAnswered = done;
      if (this.answering.size === 0) done();
    });
    await connection.flush();
  }

  private answered(message: unknown): void {
    this.answering.delete(message);
    if (this.answering.size === 0) this.allAnswered();
  }
}

/**
 * Whether somebody asks who may: the broker checks that of the subject to which somebody publishes, but not of the one to which they
 * have something answered or delivered. What comes that way has no box for an answer, or one of JetStream.
 */
const isAsked = ({ reply }: Msg): boolean => reply?.startsWith('_INBOX.') ?? false;

/** Finds out who asks as soon as it can be known. */
class Reading extends NatsRequestJSONDeserializer {
  override deserialize(...[message, options]: Parameters<NatsRequestJSONDeserializer['deserialize']>) {
    const packet = super.deserialize(message, options);
    const { data } = packet as { readonly data?: object };
    wasRead(scope() as Asked, String(options?.['channel']), data ?? {});
    return packet;
  }
}

type Publish = (packet: Packet) => void;
