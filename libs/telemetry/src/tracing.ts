import type { About, Place, Span } from './span.js';

export type Beginning = {
  /** Of a route, a command, an event, a read model or a reaction. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'internal' | 'producer' | 'consumer';
  /** Within which it happens; without one, it is the first of a trace. */
  readonly parent?: Place | undefined;
  /** Of which trace it is the first; one that nobody knows, unless given. */
  readonly trace?: string;
  readonly id?: string;
  /** What led to it in another trace. */
  readonly after?: Place | undefined;
  /** When it began, in milliseconds; now, unless given. */
  readonly since?: number;
  readonly about?: About;
};

export type Tracer = {
  readonly begin: (what: Beginning) => Span;
  /** Sends what is left. */
  readonly end: () => Promise<void>;
};

let tracer: Tracer | undefined;

/** Undefined while nobody collects traces: then none are made. */
export const tracing = (): Tracer | undefined => tracer;

/** Traces go to `OTEL_EXPORTER_OTLP_ENDPOINT`; nothing of it is loaded while that is not set. */
export const beginTracing = async (service: string): Promise<void> => {
  if (!process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) return;
  const { otlpTracer } = await import('./otlp.js');
  tracer = otlpTracer(service);
};

export const endTracing = async (): Promise<void> => {
  await tracer?.end();
};
