import { Injectable } from '@nestjs/common';
import { ClientProxy } from '@nestjs/microservices';

/** Whether there is a connection to the broker just now. */
@Injectable()
export class Broker {
  isConnected = false;

  constructor(nats: ClientProxy) {
    nats.status.subscribe((status) => {
      this.isConnected = status === 'connected';
    });
  }
}
