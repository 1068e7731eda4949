import {
  type Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type UntypedHandleCall,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import gossiping from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import supported from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import services from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { Cuts } from './cuts.js';
import { type Answer, type Expected, KurrentLog, type Proposed } from './kurrent-log.js';
import { answerTo, deadlineIn, expectedIn, nameIn, proposedIn } from './kurrent-messages.js';
import { read, subscribe } from './kurrent-reads.js';
import { accessDenied, type Ended, notLeader, type Refusal, unauthenticated } from './kurrent-refusals.js';
import type { Place } from './unreliable.js';

/** What the double does with the next append: answers, never answers, or commits and never answers. */
export type Mood = 'answers' | 'is deaf' | 'commits and is silent';

type Pending = {
  readonly stream: string;
  readonly expected: Expected;
  readonly deadline: number;
  readonly events: Proposed[];
};

/**
 * No KurrentDB, but a double that speaks the part of its protocol that the client uses here, written from what the client
 * sends and the server's published source. It shows how the adapter uses the client, and not what a server does.
 */
export class KurrentDouble {
  readonly cuts = new Cuts();
  mood: Mood = 'answers';
  /** Another node that leads instead: whoever requires the leader is told to go there. */
  leader: Place | undefined;
  /** What every append is refused for. */
  refuses: Refusal | undefined;
  /** How many appends were asked for. */
  asked = 0;
  private readonly server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  private port = 0;

  /** @param accounts Who may come, and with which password; everybody when there are none. */
  private constructor(
    private readonly accounts: ReadonlyMap<string, string>,
    readonly log: KurrentLog,
  ) {}

  static async start({
    address = '127.0.0.1:0',
    credentials = ServerCredentials.createInsecure(),
    accounts = new Map<string, string>(),
    log = new KurrentLog(),
    gossip = notDone as UntypedHandleCall,
  } = {}): Promise<KurrentDouble> {
    const double = new KurrentDouble(accounts, log);
    double.server.addService(services.StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => {
        double.read(call);
      },
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
        double.batchAppend(call);
      },
      append: notDone,
      delete: notDone,
      tombstone: notDone,
    });
    double.server.addService(gossiping.GossipService, { read: gossip });
    double.server.addService(features.ServerFeaturesService, { getSupportedMethods: methods });
    double.port = await new Promise<number>((resolve, reject) => {
      double.server.bindAsync(address, credentials, (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
    return double;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: '127.0.0.1', port: this.port };
  }

  get url(): string {
    // Before its first read the client waits for as long as between two looks for a node.
    return `kurrentdb://127.0.0.1:${String(this.port)}?tls=false&discoveryInterval=20`;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    if (this.mood === 'is deaf') return;
    const options = call.request.getOptions();
    const refused = this.refusedFor(call.metadata, options?.hasAll() === true);
    if (refused) {
      call.emit('error', refused);
      return;
    }
    const step = this.cuts.step();
    if (step?.when === 'before') step.cut();
    else if (options) {
      if (options.hasSubscription()) subscribe(this.log, call, options, step !== undefined);
      else read(this.log, call, options, step !== undefined);
      if (step) setImmediate(step.cut);
    }
  }

  private batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const pending = new Map<string, Pending>();
    call.on('error', () => undefined);
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()?.toString() ?? '';
      const options = request.getOptions();
      const begun = pending.get(id) ?? {
        stream: nameIn(options?.getStreamIdentifier()),
        expected: options ? expectedIn(options) : 'any',
        deadline: options ? deadlineIn(options) : Infinity,
        events: [],
      };
      pending.set(id, begun);
      begun.events.push(...request.getProposedMessagesList().map(proposedIn));
      if (!request.getIsFinal()) return;
      pending.delete(id);
      this.asked += 1;
      if (this.mood === 'is deaf') return;
      const refused = this.refusedFor(call.metadata, false);
      if (refused) {
        call.emit('error', refused);
        return;
      }
      const step = this.cuts.step();
      const answer = step?.when === 'before' ? undefined : this.append(begun);
      step?.cut();
      if (!step && answer && this.mood === 'answers') call.write(answerTo(request, begun.stream, answer));
    });
    call.on('end', () => {
      call.end();
    });
  }

  private append({ stream, events, expected, deadline }: Pending): Answer {
    if (this.refuses) return { refusal: this.refuses };
    if (deadline <= this.log.now()) return { refusal: 'Timeout' };
    return this.log.append(stream, events, expected);
  }

  private refusedFor(metadata: Metadata, isOfAll: boolean): Ended | undefined {
    if (this.leader && metadata.get('requires-leader').includes('true')) return notLeader(this.leader);
    if (this.accounts.size === 0) return undefined;
    const [given] = metadata.get('authorization');
    if (given === undefined) return isOfAll ? accessDenied() : undefined;
    const [name = '', password] = Buffer.from(String(given).replace('Basic ', ''), 'base64')
      .toString()
      .split(/:(.*)/s);
    return this.accounts.get(name) === password ? undefined : unauthenticated();
  }
}

const notDone = (): never => {
  throw new Error('the double does not do this');
};

const methods = (
  _: ServerUnaryCall<unknown, unknown>,
  answer: sendUnaryData<InstanceType<typeof supported.SupportedMethods>>,
): void => {
  const method = new supported.SupportedMethod();
  method.setServiceName('event_store.client.streams.streams');
  method.setMethodName('batchappend');
  const all = new supported.SupportedMethods();
  all.setEventStoreServerVersion('25.1.0');
  all.setMethodsList([method]);
  answer(null, all);
};
