import { Injectable } from '@nestjs/common';
import { ClientProxy } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';

const PATIENCE_MS = 1_000;

/** Whether the broker answers just now. One that hangs keeps its connections. */
@Injectable()
export class Broker {
  constructor(private readonly nats: ClientProxy) {}

  async answers(): Promise<boolean> {
    try {
      return (await Promise.race([this.trip(), late()])) !== undefined;
    } catch {
      return false;
    }
  }

  private async trip(): Promise<number> {
    await this.nats.connect();
    return this.nats.unwrap<NatsConnection>().rtt();
  }
}

const late = (): Promise<undefined> =>
  new Promise((done) => {
    setTimeout(done, PATIENCE_MS, undefined).unref();
  });
