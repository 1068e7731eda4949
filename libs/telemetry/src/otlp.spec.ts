import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { otlpTracer } from './otlp.js';
import { beginTracing, tracing } from './tracing.js';

type Sent = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
};

let server: Server;
let taken: Sent[];

beforeEach(async () => {
  taken = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (some: Buffer) => (text += some.toString()));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(text) as {
        resourceSpans: { scopeSpans: { spans: Sent[] }[] }[];
      };
      taken.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] =
    `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(() => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  server.close();
  server.closeAllConnections();
});

const TRACE = '0190a5c422227bbb8bbb00000000000b';
const SPAN = '8aaa00000000000a';

it('sends when it ends what began and ended, under the ids that were given', async () => {
  const tracer = otlpTracer('intake');
  const first = tracer.begin({ name: 'append', kind: 'internal', trace: TRACE });
  const event = tracer.begin({ name: 'Counted', kind: 'producer', id: SPAN, parent: first });
  const other = tracer.begin({ name: 'other', kind: 'server' });
  expect([first.trace, event.trace, event.span]).toEqual([TRACE, TRACE, SPAN]);
  expect(other.trace).not.toBe(TRACE);
  expect(new Set([first.span, event.span, other.span]).size).toBe(3);
  tracer.begin({ name: 'never ended', kind: 'client', parent: first });
  for (const one of [event, first, other]) one.end();
  await tracer.end();
  expect(taken).toMatchObject([
    { name: 'Counted', traceId: TRACE, spanId: SPAN, parentSpanId: first.span },
    { name: 'append', traceId: TRACE, spanId: first.span },
    { name: 'other', traceId: other.trace },
  ]);
});

it('keeps by the id of a trace the same ones wherever they are made', async () => {
  const ids = Array.from(
    { length: 200 },
    (_, n) => TRACE.slice(8) + (n * 21_000_000).toString(16).padStart(8, '0'),
  );
  const keptBy = async (ratio: number): Promise<readonly string[]> => {
    taken = [];
    const tracer = otlpTracer('intake', ratio);
    for (const trace of ids) tracer.begin({ name: 'append', kind: 'internal', trace }).end();
    await tracer.end();
    return taken.map(({ traceId }) => traceId);
  };
  expect(await keptBy(0)).toEqual([]);
  const some = await keptBy(0.5);
  expect(some.length).toBeGreaterThan(20);
  expect(some.length).toBeLessThan(180);
  expect(await keptBy(0.5)).toEqual(some);
  expect(await keptBy(1)).toEqual(ids);
});

it('does not keep a process from ending when nobody collects', async () => {
  server.removeAllListeners('request');
  const tracer = otlpTracer('intake');
  tracer.begin({ name: 'append', kind: 'internal' }).end();
  const began = performance.now();
  await tracer.end();
  expect(performance.now() - began).toBeLessThan(10_000);
});

it('is not there while no collector is set', async () => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  await beginTracing('intake');
  expect(tracing()).toBeUndefined();
});
