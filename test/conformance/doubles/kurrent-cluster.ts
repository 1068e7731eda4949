import type { sendUnaryData } from '@grpc/grpc-js';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import { KurrentDouble } from './kurrent-double.js';
import { KurrentLog } from './kurrent-log.js';

const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;

type Info = InstanceType<typeof gossip.ClusterInfo>;

/** Nodes that have one log. One of them leads; the others send there whoever requires it. */
export class KurrentCluster {
  readonly log = new KurrentLog();
  private readonly nodes: KurrentDouble[] = [];
  private readonly gone = new Set<KurrentDouble>();
  private leading: KurrentDouble | undefined;

  static async start(size: number): Promise<KurrentCluster> {
    const cluster = new KurrentCluster();
    for (let n = 0; n < size; n += 1)
      cluster.nodes.push(
        await KurrentDouble.start({
          log: cluster.log,
          gossip: (_: unknown, answer: sendUnaryData<Info>) => {
            answer(null, cluster.info());
          },
        }),
      );
    cluster.lead(0);
    return cluster;
  }

  /** Where each node is, in the manner of a URL. */
  get hosts(): readonly string[] {
    return this.nodes.map(({ address: { host, port } }) => `${host}:${String(port)}`);
  }

  lead(n: number): void {
    this.leading = this.nodes[n];
    for (const node of this.nodes) node.leader = node === this.leading ? undefined : this.leading?.address;
  }

  /** Ends a node, in the middle of whatever it does. */
  kill(n: number): void {
    const node = this.nodes[n];
    if (!node) return;
    this.gone.add(node);
    node.stop();
  }

  stop(): void {
    for (const node of this.nodes) node.stop();
  }

  private info(): Info {
    const info = new gossip.ClusterInfo();
    info.setMembersList(
      this.nodes.map((node) => {
        const id = new shared.UUID();
        id.setString(crypto.randomUUID());
        const place = new gossip.EndPoint();
        place.setAddress(node.address.host);
        place.setPort(node.address.port);
        const member = new gossip.MemberInfo();
        member.setInstanceId(id);
        member.setState(node === this.leading ? LEADER : FOLLOWER);
        member.setIsAlive(!this.gone.has(node));
        member.setHttpEndPoint(place);
        return member;
      }),
    );
    return info;
  }
}
