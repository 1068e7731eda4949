import type { JsMsg } from '@nats-io/jetstream';

/** The messages that were delivered and are not done: each keeps telling the broker that it is being worked on. */
export class Held {
  private readonly messages = new Map<number, JsMsg>();
  private readonly beating: NodeJS.Timeout;
  private readonly confirmations: (() => void)[] = [];

  constructor(ackWaitMs: number) {
    this.beating = setInterval(() => {
      for (const message of this.messages.values()) message.working();
    }, ackWaitMs / 3);
  }

  /** False when the message is already held: it was delivered again while being worked on. */
  take(message: JsMsg): boolean {
    if (this.messages.has(message.seq)) return false;
    this.messages.set(message.seq, message);
    return true;
  }

  /** Done, or given up for good. */
  release(message: JsMsg, how: 'ack' | 'term'): void {
    if (!this.messages.delete(message.seq)) return;
    // Together with the others of this turn of the event loop: a write to the socket for each would be dear.
    if (this.confirmations.length === 0)
      setImmediate(() => {
        this.confirm();
      });
    this.confirmations.push(() => {
      message[how]();
    });
  }

  /** Confirms what is done and nothing more: what is still held will be delivered again. */
  close(): void {
    this.confirm();
    clearInterval(this.beating);
    this.messages.clear();
  }

  private confirm(): void {
    for (const one of this.confirmations.splice(0))
      try {
        one();
      } catch {
        // The connection is closed: what is not confirmed comes again.
        return;
      }
  }
}
