import {
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { Place } from './span.js';
import type { Beginning, Tracer } from './tracing.js';

const KINDS: Readonly<Record<Beginning['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

const NO_TIME_TO_LOSE_MS = 2_000;

/** Lets a span have the ids that it was given. */
class Ids extends RandomIdGenerator {
  given: { readonly trace?: string | undefined; readonly id?: string | undefined } = {};
  private readonly random = new RandomIdGenerator();

  override generateTraceId = (): string => this.given.trace ?? this.random.generateTraceId();
  override generateSpanId = (): string => this.given.id ?? this.random.generateSpanId();
}

/**
 * Sends spans by OTLP over HTTP, in the variables of OpenTelemetry. Which traces are kept follows from their ids alone
 * (`OTEL_TRACES_SAMPLER_ARG`, from 0 to 1; all, unless set), so that every process keeps the same ones.
 */
export const otlpTracer = (
  service: string,
  ratio = Number(process.env['OTEL_TRACES_SAMPLER_ARG'] ?? 1),
): Tracer => {
  const ids = new Ids();
  const scheduledDelayMillis = Number(process.env['OTEL_BSP_SCHEDULE_DELAY'] ?? 5_000);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': `redress-${service}`,
      'service.namespace': 'redress',
    }),
    sampler: new TraceIdRatioBasedSampler(ratio),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis })],
  });
  const tracer = provider.getTracer('redress');
  return {
    begin: ({ name, kind, parent, trace: of, id, after, since, about }) => {
      ids.given = { trace: of, id };
      const options = {
        kind: KINDS[kind],
        ...(about && { attributes: about }),
        ...(after && { links: [{ context: contextOf(after) }] }),
        ...(since !== undefined && { startTime: since }),
      };
      const within = parent ? trace.setSpanContext(ROOT_CONTEXT, contextOf(parent)) : ROOT_CONTEXT;
      const span = tracer.startSpan(name, options, within);
      ids.given = {};
      const { traceId, spanId } = span.spanContext();
      return {
        trace: traceId,
        span: spanId,
        end: ({ outcome, isFault, about: more } = {}) => {
          if (outcome !== undefined) span.setAttribute('redress.outcome', outcome);
          if (more) span.setAttributes(more);
          if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    end: () =>
      Promise.race([
        provider.shutdown(),
        new Promise<void>((done) => setTimeout(done, NO_TIME_TO_LOSE_MS).unref()),
      ]).catch(() => undefined),
  };
};

const contextOf = ({ trace: traceId, span: spanId }: Place): SpanContext => ({
  traceId,
  spanId,
  traceFlags: TraceFlags.SAMPLED,
  isRemote: true,
});
