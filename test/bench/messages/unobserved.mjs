import { ServerNats } from '@nestjs/microservices';
import { ObservedEventStore } from '@redress/hosting/observed-event-store';
import { DrainingServer } from '@redress/messaging/draining-server';

/** A service as it would be if nobody had ever thought of watching it. For comparison alone. */
export const unobserved = () => {
  ObservedEventStore.prototype.append = function (stream, events, expected) {
    return this.inner.append(stream, events, expected);
  };
  Object.assign(DrainingServer.prototype, {
    initializeDeserializer: ServerNats.prototype.initializeDeserializer,
    async handleMessage(channel, message) {
      this.answering.add(message);
      await ServerNats.prototype.handleMessage.call(this, channel, message);
    },
    getPublisher(message, id, context) {
      const publish = ServerNats.prototype.getPublisher.call(this, message, id, context);
      return (packet) => {
        this.reply(() => {
          this.sent(publish, packet);
          if (packet.isDisposed ?? packet.err) this.answered(message);
        });
      };
    },
  });
};
