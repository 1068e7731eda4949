import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { APP_PIPE, NestFactory } from '@nestjs/core';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { Envelope } from '@redress/contracts/envelope';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { ContractPipe } from '@redress/edge/contract.pipe';

/** The least that a service can do: the same pipe checks the same command and envelope, and the answer is as long. */
class Echo {
  echo() {
    return { revision: 1, position: '0000000000000001' };
  }
}
// What the decorators of a TypeScript class would write.
const { prototype } = Echo;
Reflect.defineMetadata('design:paramtypes', [AcknowledgeOpinion, Envelope], prototype, 'echo');
MessagePattern('echo.acknowledge-opinion')(
  prototype,
  'echo',
  Object.getOwnPropertyDescriptor(prototype, 'echo'),
);
Payload('command')(prototype, 'echo', 0);
Payload('envelope')(prototype, 'echo', 1);
Controller()(Echo);

class EchoModule {}
Module({ controllers: [Echo], providers: [{ provide: APP_PIPE, useClass: ContractPipe }] })(EchoModule);

const app = await NestFactory.createMicroservice(EchoModule, {
  transport: Transport.NATS,
  options: { servers: process.env.NATS_URL, queue: 'echo' },
  logger: ['error'],
});
await app.listen();
process.send({ ready: true });
