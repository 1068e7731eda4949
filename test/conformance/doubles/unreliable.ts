import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type Place = { readonly host: string; readonly port: number };

/** What lies between a client and a server, and fails when it is told to. Its port stays the same. */
export class Unreliable {
  private server: Server;
  private readonly sockets = new Set<Socket>();
  private isDeaf = false;
  private delayMs = 0;
  /** How many bytes came while it was deaf. */
  swallowed = 0;

  private constructor(
    private readonly target: Place,
    private readonly port: number,
    /** How a client is told to come this way. */
    readonly url: string,
  ) {
    this.server = this.listening();
  }

  static async before(target: Place, urlOf: (port: string) => string): Promise<Unreliable> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    const made = new Unreliable(target, port, urlOf(String(port)));
    await once(made.server, 'listening');
    return made;
  }

  /** Whoever connects is refused, and who is connected is cut off. */
  async refuse(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.cut();
    await closed;
  }

  /** Takes what comes, and lets nothing through any more. */
  deafen(): void {
    this.isDeaf = true;
  }

  /** Lets what comes through only after a while. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Breaks every connection, in the middle of whatever it was. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  async heal(): Promise<void> {
    const wasDeaf = this.isDeaf;
    this.isDeaf = false;
    this.delayMs = 0;
    // What was swallowed is gone; over those connections nothing can be right any more.
    if (wasDeaf) this.cut();
    if (this.server.listening) return;
    this.server = this.listening();
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    if (this.server.listening) await this.refuse();
  }

  private listening(): Server {
    return createServer((near) => {
      const far = connect(this.target.port, this.target.host);
      this.pass(near, far);
      this.pass(far, near);
    }).listen(this.port, '127.0.0.1');
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    from.on('data', (data) => {
      if (this.isDeaf) {
        this.swallowed += data.length;
        return;
      }
      if (this.delayMs === 0) to.write(data);
      else
        setTimeout(() => {
          if (!this.isDeaf && to.writable) to.write(data);
        }, this.delayMs);
    });
  }
}
