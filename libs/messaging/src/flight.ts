import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';

const PATIENCE_MS = 5_000;

export type Sending = { readonly subject: string; readonly text: string; readonly headers: MsgHdrs };

/** The broker did not take what was published, or did not say so in time. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
}

/**
 * Publishes to JetStream many messages at a time. `publish` of the client does it one by one, each with a timer, a
 * promise and two Errors of its own, which costs a service as much as the command that wrote the event.
 */
export class Flights {
  private readonly inbox: string;
  private confirmed: (error?: NotStored) => void = () => undefined;

  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix?: string,
  ) {
    this.inbox = createInbox(inboxPrefix);
    connection.subscribe(this.inbox, {
      callback: (error, message) => {
        this.confirmed(error ? new NotStored(error.message) : refusalIn(message));
      },
    });
  }

  /**
   * Sends all in this order and resolves when the broker has stored each; one flight at a time.
   * @throws NotStored when it refused one, or said nothing for five seconds. Others may be stored then.
   */
  send(messages: readonly Sending[]): Promise<void> {
    return new Promise((resolve, reject) => {
      let missing = messages.length;
      if (missing === 0) resolve();
      const end = (error?: NotStored): void => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      // A service that ends meanwhile has let go of the connection, and need not wait for the timer.
      const timer = setTimeout(end, PATIENCE_MS, new NotStored('the broker does not answer')).unref();
      this.confirmed = (error) => {
        missing -= 1;
        if (error || missing === 0) end(error);
      };
      for (const { subject, text, headers } of messages)
        this.connection.publish(subject, text, { reply: this.inbox, headers });
    });
  }
}

const refusalIn = (message: Msg): NotStored | undefined => {
  // Without a stream that listens the broker answers with nothing but a status.
  if (message.data.length === 0) return new NotStored(`status ${String(message.headers?.code)}`);
  const { error } = message.json<{ error?: { description: string } }>();
  return error && new NotStored(error.description);
};
