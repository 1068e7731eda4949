import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../faults/launcher/launched.js';
import { WholeSystem } from './cli/whole-system.js';
import { Collector, treeOf } from './collector.js';
import { metricsAt, portsInARow, PROCESSES, sumOf } from './metrics.js';
import { Staff } from './staff.js';

// One system that is watched: its traces go to a collector, its numbers are read, its logs are JSON. What people write
// stands out in all that they send, and is searched for.

const mark = (): string => randomBytes(6).toString('hex');
const CANARY = `canary-${mark()}`;
const NAMELESS = `nameless-${mark()}`;
/** By which browsers and proxies tell on whoever speaks without a name. */
const TOLD = { agent: mark(), cookie: mark(), id: mark(), referrer: mark() };
const REQUEST = `request-${mark()}`;
const ISSUE = { title: CANARY, problem: CANARY, topic: CANARY, severity: 'ordinary' };

let system: WholeSystem;
let collector: Collector;
let staff: Staff<'office' | 'signer'>;
let port: number;

beforeAll(async () => {
  collector = await Collector.start();
  port = await portsInARow(PROCESSES.length);
  system = await WholeSystem.start({
    REDRESS_METRICS_PORT: String(port),
    REDRESS_LOG_FORMAT: 'json',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  staff = await Staff.hired(system.call, system.operatorToken, { office: 'office', signer: 'submitter' });
});
afterAll(async () => {
  await system.stop();
  collector.stop();
});

const metricsOf = (service: string): Promise<string> => metricsAt(port + PROCESSES.indexOf(service));
const everyMetric = async (): Promise<string> => (await Promise.all(PROCESSES.map(metricsOf))).join('\n');
const logOf = (name: string): readonly Record<string, unknown>[] =>
  readFileSync(join(system.data, 'logs', `${name}.log`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const submits = (spans = collector.spans): number =>
  spans.filter(({ name }) => name === 'intake.submit-opinion').length;

/** Of the spans that are alike in all traces one does not tell; the read models of a service change. */
const shape = (traceId: string): readonly string[] =>
  treeOf(collector.trace(traceId)).filter((line) => !/: project (?!opinionDesk)/.test(line));

describe('an opinion with a name, up to its listing', () => {
  let opinionId = '';
  let trace = '';

  it('is sent, acknowledged and listed', async () => {
    const opinion = { channel: 'web-form', title: CANARY, text: CANARY, signed: true };
    const sent = await staff.as('signer', 'POST', '/opinions', opinion);
    expect(sent.status).toBe(201);
    opinionId = String(sent.body['opinionId']);
    const path = `/opinions/${opinionId}`;
    expect(await staff.as('office', 'PUT', `${path}/acknowledgement`)).toMatchObject({ status: 200 });
    const listed = await system.call('PUT', `/api${path}/listing`, {
      token: staff.tokenOf('office'),
      headers: { 'x-request-id': REQUEST, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
      body: { issueId: randomUUID(), ...ISSUE },
    });
    expect(listed.status).toBe(200);
  });

  it('leaves one trace, from the request to all that follows, each within what led to it', async () => {
    const route = 'PUT /api/opinions/:opinionId/listing';
    await until('all of the trace is collected', () => {
      trace = collector.spans.find(({ name }) => name === route)?.traceId ?? '';
      const names = collector.trace(trace).map(({ name }) => name);
      return ['list-issue', 'audit', 'tell-duplicates', 'project opinionDesk', route].every((name) =>
        names.includes(name),
      );
    });
    expect(shape(trace)).toEqual([
      'gateway: PUT /api/opinions/:opinionId/listing',
      '  gateway: intake.list-opinion',
      '    intake: intake.list-opinion',
      '      intake: append',
      '        intake: OpinionListed',
      '          intake: project opinionDesk',
      '          intake: publish',
      '            audit: audit',
      '            intake: follow-parts',
      '            rectification: list-issue',
      '              rectification: append',
      '            intake: tell-duplicates',
      '      intake: rectification.read-policy',
      '        rectification: rectification.read-policy',
    ]);
  });

  it('has for its trace the id of the command, which the audit shows', async () => {
    const { body } = await staff.as('office', 'GET', `/cases/${opinionId}`);
    expect(JSON.stringify(body)).toContain(
      trace.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    );
    expect(collector.raw).not.toContain('a'.repeat(32));
  });

  it('goes on in a trace that says which one it follows', async () => {
    const appended = (): string | undefined =>
      collector
        .trace(trace)
        .find(({ name, service }) => name === 'append' && service.endsWith('rectification'))?.spanId;
    const next = () => collector.spans.find(({ links }) => links.some(({ spanId }) => spanId === appended()));
    await until('the next trace is collected', () => next() !== undefined);
    expect(next()).toMatchObject({ name: 'IssueListed', links: [{ traceId: trace }] });
    expect(next()?.traceId).not.toBe(trace);
  });

  it('is told in the logs with the id of its request and its trace', () => {
    const line = logOf('gateway').find(({ requestId }) => requestId === REQUEST);
    expect(line).toMatchObject({
      level: 'info',
      service: 'gateway',
      context: 'request',
      traceId: trace,
      method: 'PUT',
      route: '/api/opinions/:opinionId/listing',
      status: 200,
    });
  });
});

describe('an opinion without a name', () => {
  it('is in no trace, in no line, and counts when the hour is over', async () => {
    const hour = (): number => Math.floor(Date.now() / 3_600_000);
    const [began, before] = [hour(), submits()];
    const opinion = { channel: 'web-form', title: NAMELESS, text: NAMELESS };
    const headers = {
      'user-agent': TOLD.agent,
      cookie: `visitor=${TOLD.cookie}`,
      'x-request-id': TOLD.id,
      referer: `https://${TOLD.referrer}.example/`,
      'x-forwarded-for': '198.51.100.77',
    };
    expect((await system.call('POST', '/api/opinions', { headers, body: opinion })).status).toBe(201);
    const { status } = await staff.as('signer', 'POST', '/opinions', { ...opinion, signed: true });
    expect(status).toBe(201);
    await until('the one with a name is traced', () => submits() >= before + 2);
    await until('both are published', () => submits() === before + 2);
    const [intake, gateway] = [await metricsOf('intake'), await metricsOf('gateway')];
    const counted = [
      sumOf(intake, 'redress_commands_total', 'command="intake.submit-opinion"'),
      sumOf(gateway, 'redress_http_request_seconds_count', 'route="/api/opinions"', 'method="POST"'),
    ];
    // The two with a name; and all three when the hour turned meanwhile.
    expect([[2, 2], ...(hour() === began ? [] : [[3, 3]])]).toContainEqual(counted);
    expect(submits()).toBe(before + 2);
    const told = logOf('gateway').filter(
      ({ route, method }) => route === '/api/opinions' && method === 'POST',
    );
    expect(told).toHaveLength(2);
  });
});

describe('whoever watches', () => {
  it('sees nothing of what people wrote or are called, in traces, numbers and logs', async () => {
    const logs = PROCESSES.map((name) => JSON.stringify(logOf(name))).join('');
    const metrics = await everyMetric();
    const people = ['R-signer', 'R-office', staff.tokenOf('office')];
    for (const telling of [CANARY, NAMELESS, ...people, ...Object.values(TOLD), '198.51.100.77'])
      for (const [where, text] of Object.entries({ traces: collector.raw, metrics, logs }))
        expect([where, telling, text.includes(telling)]).toEqual([where, telling, false]);
  });

  it('finds in spans ids and names alone, of a list', () => {
    const keys = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...keys].toSorted()).toEqual([
      'http.request.method',
      'http.response.status_code',
      'http.route',
      'redress.case',
      'redress.event',
      'redress.event.id',
      'redress.outcome',
    ]);
    for (const { attributes } of collector.spans)
      for (const value of Object.values(attributes)) expect(String(value)).toMatch(/^[\w.:/*-]{1,100}$/);
  });

  it('finds labels that no id is among', async () => {
    const metrics = await everyMetric();
    expect(metrics).toContain('redress_commands_total');
    expect(metrics.match(/[0-9a-f]{8}-[0-9a-f]{4}-/g)).toBeNull();
  });

  it('reads in the documentation of each number that there is, and of no other', async () => {
    const exposed = new Set((await everyMetric()).match(/(?<=^# TYPE )redress_\w+/gm));
    const operations = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
    const documented = [...operations.matchAll(/^\| `(redress_\w+)` +\|/gm)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual([...exposed].toSorted());
  });

  it('finds how much waits for each who consumes, the audit as well', async () => {
    expect(sumOf(await metricsOf('audit'), 'redress_consumer_pending', 'reaction="record-events"')).toBe(0);
    expect(sumOf(await metricsOf('audit'), 'redress_dead_letters', 'reaction="record-events"')).toBe(0);
    expect(sumOf(await metricsOf('rectification'), 'redress_consumer_pending', 'reaction="list-issue"')).toBe(
      0,
    );
    expect(sumOf(await metricsOf('intake'), 'redress_projection_lag', 'projection="opinionDesk"')).toBe(0);
    expect(sumOf(await metricsOf('intake'), 'redress_relay_lag')).toBe(0);
    expect(sumOf(await metricsOf('intake'), 'redress_append_batch_size_count')).toBeGreaterThan(0);
    expect(sumOf(await metricsOf('rectification'), 'redress_timers_overdue')).toBe(0);
  });

  it('does so on this machine alone: the public finds nothing of it', async () => {
    for (const path of ['/metrics', '/api/metrics'])
      expect((await fetch(`${system.url}${path}`)).status).toBe(404);
    for (const [path, status] of [
      ['/health/live', 200],
      ['/health/ready', 200],
      ['/', 404],
    ] as const)
      expect((await fetch(`http://127.0.0.1:${String(port)}${path}`)).status).toBe(status);
    expect((await fetch(`http://127.0.0.1:${String(port)}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});
