import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { later } from './later.js';
import type { Seen } from './seen.js';

/** Words of a closed list: of a command, what came of it. */
export const OUTCOMES = [
  'accepted',
  'rejected',
  'malformed',
  'too-large',
  'busy',
  'unavailable',
  'fault',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 1, 5];
const APPENDS = [1, 2, 4, 8, 16, 32, 64, 128];

/**
 * What is counted in this process. Labels are routes as they are declared, names of commands, reactions and the like, and words of
 * closed lists: never an id. What somebody without a name did counts when the hour is over.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  private readonly commands = new Counter({
    name: 'redress_commands_total',
    help: 'Commands by what came of them',
    labelNames: ['command', 'outcome'],
    registers: this.registers,
  });
  private readonly appendSeconds = new Histogram({
    name: 'redress_append_seconds',
    help: 'How long it took until what a command wrote was durable',
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly appendBatchSize = new Histogram({
    name: 'redress_append_batch_size',
    help: 'How many appends shared one wait for the disk',
    buckets: APPENDS,
    registers: this.registers,
  });
  private readonly requestSeconds = new Histogram({
    name: 'redress_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: this.registers,
  });
  private readonly projectionLag = this.gauge(
    'redress_projection_lag',
    'How far a read model is behind the log, in positions',
    'projection',
  );
  private readonly relayLag = this.gauge(
    'redress_relay_lag',
    'How far the relay is behind the log, in positions',
  );
  private readonly pending = this.gauge(
    'redress_consumer_pending',
    'Events that wait for a reaction',
    'reaction',
  );
  private readonly deadLetters = this.gauge(
    'redress_dead_letters',
    'Events that a reaction gave up',
    'reaction',
  );
  private readonly overdue = this.gauge(
    'redress_timers_overdue',
    'What was due when a timer last looked and did not succeed; 1 while the timer itself is late',
    'timer',
  );
  private readonly ready = this.gauge('redress_ready', 'Whether it is ready, 1 or 0');

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  answered(command: string, outcome: Outcome, isAnonymous: boolean): void {
    this.count(isAnonymous, () => {
      this.commands.inc({ command, outcome });
    });
  }

  appended(seconds: number, isAnonymous: boolean): void {
    this.count(isAnonymous, () => {
      this.appendSeconds.observe(seconds);
    });
  }

  committed(appends: number, isAnonymous: boolean): void {
    this.count(isAnonymous, () => {
      this.appendBatchSize.observe(appends);
    });
  }

  requested(
    about: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
    isAnonymous: boolean,
  ): void {
    this.count(isAnonymous, () => {
      this.requestSeconds.observe(about, seconds);
    });
  }

  /** As it is just now. What cannot be known just now is not told. */
  show({ isReady, relayLag, projections, reactions, timers }: Seen): void {
    for (const one of [this.projectionLag, this.relayLag, this.pending, this.deadLetters, this.overdue])
      one.reset();
    this.ready.set(isReady ? 1 : 0);
    if (relayLag === undefined) this.relayLag.remove();
    else this.relayLag.set(relayLag);
    for (const { name, lag } of projections) this.projectionLag.set({ projection: name }, lag);
    for (const { name, pending, deadLetters } of reactions) {
      if (pending !== undefined) this.pending.set({ reaction: name }, pending);
      if (deadLetters !== undefined) this.deadLetters.set({ reaction: name }, deadLetters);
    }
    for (const { name, overdue } of timers) this.overdue.set({ timer: name }, overdue);
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: this.registers });
  }

  private count(isAnonymous: boolean, add: () => void): void {
    if (isAnonymous) later.add(add);
    else add();
  }
}
