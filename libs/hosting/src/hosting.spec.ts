import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { BadRequestException, ConsoleLogger, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { Written } from '@redress/contracts/command';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { CaseId, Instant, MessageId, TaskId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { EventStore } from '@redress/eventsourcing/event-store';
import { DrainingServer } from '@redress/messaging/draining-server';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsOptions } from '@redress/messaging/nats-options';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';
import { type Scope, scope, within } from '@redress/telemetry/scope';
import { Count, SeeTally, TallyModule } from './tally.examples.js';

jest.setTimeout(30_000);

const system: Actor = { role: 'system' };
const newEnvelope = (): Envelope => ({
  actor: system,
  correlationId: randomUUID() as CaseId,
  causationId: randomUUID() as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
});
const newId = (): TaskId => randomUUID() as TaskId;

class Notes extends ConsoleLogger {
  readonly lines: string[] = [];
  readonly scopes: (Scope | undefined)[] = [];
  protected override printMessages(messages: unknown[], context = ''): void {
    this.scopes.push(scope());
    this.lines.push(...messages.map((message) => `${context} ${String(message)}`));
  }
  protected override printStackTrace(stack: string): void {
    this.lines.push(stack);
  }
}

let broker: TestBroker;
let folder: string;
let services: NatsServices;
let tally: INestMicroservice;
let notes: Notes;

const start = async (): Promise<void> => {
  notes = new Notes();
  tally = await NestFactory.createMicroservice<MicroserviceOptions>(TallyModule, {
    strategy: new DrainingServer({ ...natsOptions(), queue: 'tally' }),
    logger: notes,
    abortOnError: false,
  });
  await tally.listen();
};

beforeEach(async () => {
  broker = await TestBroker.start();
  folder = mkdtempSync(join(tmpdir(), 'redress-hosting-'));
  process.env['NATS_URL'] = broker.url;
  process.env['REDRESS_DATA'] = folder;
  services = new NatsServices(natsClient());
  await start();
});

afterEach(async () => {
  await services.onApplicationShutdown();
  await tally.close();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

const count = (id: TaskId, note = 'a note'): ReturnType<typeof send> => send({ id, note });
const send = (command: Count, envelope = newEnvelope()) => services.send(Count, command, envelope);
const echoOf = async (id: TaskId): Promise<number> => (await tally.get(EventStore).read(`echo-${id}`)).length;
const health = async (): Promise<ServiceHealth> =>
  (await services.ask(healthOf('tally'), {}, system)) as ServiceHealth;

it('takes a command, shows what it wrote, and lets a reaction know', async () => {
  const id = newId();
  const written = await count(id);
  expect(written).toMatchObject({ revision: 0 });
  const { position: atLeast } = written as Written;
  expect(await services.ask(SeeTally, { id, atLeast }, system)).toEqual({ id, note: 'a note', revision: 0 });
  expect(await count(id)).toEqual({ rejected: 'counted-already' });
  expect(await services.ask(SeeTally, { id: newId() }, system)).toEqual({ rejected: 'not-found' });
  await eventually(async () => (await echoOf(id)) === 1);
});

it('goes on with everything after a restart', async () => {
  const [before, after] = [newId(), newId()];
  await count(before);
  await eventually(async () => (await echoOf(before)) === 1);
  await tally.close();
  await start();
  expect(await count(before)).toEqual({ rejected: 'counted-already' });
  await count(after);
  await eventually(async () => (await echoOf(after)) === 1);
  expect(await echoOf(before)).toBe(1);
  expect(await services.ask(SeeTally, { id: before }, system)).toMatchObject({ id: before });
});

it('says how it is', async () => {
  const id = newId();
  await count(id);
  await eventually(async () => (await echoOf(id)) === 1);
  await eventually(async () => {
    const { last, relay, projections, reactions } = await health();
    return Number(last) === 2 && relay?.lag === 0 && projections[0]?.lag === 0 && reactions[0]?.pending === 0;
  });
  const { rssBytes, uptimeSeconds, last, ...rest } = await health();
  expect(rest).toEqual({
    service: 'tally',
    projections: [{ name: 'tallies', position: last, lag: 0 }],
    relay: { position: last, lag: 0 },
    reactions: [{ name: 'echo-counts', pending: 0, deadLetters: 0 }],
    troubles: [],
  });
  expect(rssBytes).toBeGreaterThan(10_000_000);
  expect(Number.isInteger(uptimeSeconds)).toBe(true);
});

it('refuses what its contracts do not allow, and says which field', async () => {
  const refused = await send({ id: 'x' as TaskId, note: 'a note' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BadRequestException);
  expect((refused as BadRequestException).getResponse()).toMatchObject({ errors: [{ field: 'id' }] });
  const nobody = { ...newEnvelope(), actor: { role: 'king' } } as unknown as Envelope;
  await expect(send({ id: newId(), note: 'a note' }, nobody)).rejects.toBeInstanceOf(BadRequestException);
});

it('tells a fault by its code, and writes nothing to the log that people wrote', async () => {
  await expect(count(newId(), 'busy')).rejects.toBeInstanceOf(ServiceUnavailable);
  await expect(count(newId(), 'large')).rejects.toMatchObject({ status: 413 });
  const envelope = newEnvelope();
  await expect(send({ id: newId(), note: 'fault' }, envelope)).rejects.toThrow('tally.count failed');
  const log = notes.lines.join('\n');
  expect(log).toContain(`fault tally.count Error cause ${envelope.causationId}`);
  expect(log).toContain('tally.examples');
  expect(log).not.toContain('secret');
});

it('knows of which request it is at work, unless that is of somebody without a name', async () => {
  const ofARequest = { isAnonymous: false, requestId: 'request-7' };
  const failed = (about: Scope) => within(about, () => count(newId(), 'fault').catch(() => undefined));
  await failed(ofARequest);
  expect(notes.scopes.at(-1)).toMatchObject({ isAnonymous: false, requestId: 'request-7' });
  await failed({ isAnonymous: false, requestId: 'one\nline' });
  expect(notes.scopes.at(-1)).toMatchObject({ isAnonymous: false, requestId: undefined });
  await failed({ ...ofARequest, isAnonymous: true });
  expect(notes.scopes.at(-1)).toMatchObject({ isAnonymous: false, requestId: undefined });
});
