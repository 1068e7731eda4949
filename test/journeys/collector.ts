import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SeenSpan = {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
};

type Attribute = { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
type Sent = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<SeenSpan, 'attributes' | 'links'> & {
        readonly attributes?: readonly Attribute[];
        readonly links?: SeenSpan['links'];
      })[];
    }[];
  }[];
};

const read = (attributes: readonly Attribute[] = []): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** Takes traces as a collector does, OTLP over HTTP, and keeps them. */
export class Collector {
  readonly spans: SeenSpan[] = [];
  /** Everything as it came. */
  raw = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (some: Buffer) => (text += some.toString()));
      request.on('end', () => {
        if (request.url === '/v1/traces') one.take(text);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    const one = new Collector(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return one;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  trace(traceId: string): readonly SeenSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private take(text: string): void {
    this.raw += text;
    for (const { resource, scopeSpans } of (JSON.parse(text) as Sent).resourceSpans)
      for (const { spans } of scopeSpans)
        for (const { attributes, links = [], ...span } of spans)
          this.spans.push({
            ...span,
            service: String(read(resource.attributes)['service.name']),
            attributes: read(attributes),
            links,
          });
  }
}

/** Each span with those that it led to, as text: the names alone, sorted, so that one can compare them. */
export const treeOf = (spans: readonly SeenSpan[], parent?: string, depth = 0): readonly string[] =>
  spans
    .filter(({ parentSpanId = '' }) =>
      parent === undefined ? !spans.some(({ spanId }) => spanId === parentSpanId) : parentSpanId === parent,
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((span) => [
      `${'  '.repeat(depth)}${span.service.replace('redress-', '')}: ${span.name}`,
      ...treeOf(spans, span.spanId, depth + 1),
    ]);
