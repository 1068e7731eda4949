import { existsSync, statfsSync } from 'node:fs';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { FirstRun } from '../../services/identity/src/first-run/first-run.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { startSystem, type System } from '../journeys/system.js';
import { AnswerChecks } from './answer-checks.js';
import { Belongings } from './belongings.js';
import { Cast } from './cast.js';
import { Coverage } from './coverage.js';
import { type Document, type Operation, operationsOf } from './document.js';
import { Secrets } from './secrets.js';
import { Sender } from './sender.js';
import { Values } from './values.js';

const LIMITS = ['REDRESS_ANONYMOUS_A_MINUTE', 'REDRESS_REQUESTS_A_MINUTE'];

const MEMORY = '/dev/shm';
const ENOUGH = 2 ** 31;

/** What is written here need not outlive anything, and a disk is slow. */
const keepInMemory = (): void => {
  if (!existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize > ENOUGH) process.env['TMPDIR'] = MEMORY;
};

/** A running system without a timer, the people of it, its own description, and what is known of it so far. */
export class World {
  readonly coverage = new Coverage();
  readonly secrets = new Secrets();
  /** What sequences made, by what it was called: the latest of each. */
  readonly made = new Map<string, string[]>();

  operations: ReadonlyMap<string, Operation> = new Map();
  values: Values;
  checks: AnswerChecks;

  private constructor(
    private readonly system: System,
    readonly sender: Sender,
    readonly cast: Cast,
    readonly document: Document,
    readonly belongings: Belongings,
    readonly setUpToken: string,
  ) {
    this.values = new Values(document);
    this.checks = new AnswerChecks(document);
    this.describedBy(document);
  }

  static async start(newSender = (url: string): Sender => new Sender(url)): Promise<World> {
    keepInMemory();
    let setUpToken = '';
    FirstRun.tell = (token) => (setUpToken = token);
    process.env['REDRESS_TIMER_SECONDS'] = '0';
    // What keeps floods out has its own tests; this is one.
    for (const limit of LIMITS) process.env[limit] = '100000000';
    const system = await startSystem({
      directory: DirectoryModule,
      identity: IdentityModule,
      intake: IntakeModule,
      rectification: RectificationModule,
      inspection: InspectionModule,
      audit: AuditModule,
    });
    const sender = newSender(system.url);
    const cast = await Cast.hired(sender, system.operatorToken);
    const asked = {
      operation: 'document',
      who: 'anybody',
      method: 'GET',
      path: '/api/openapi.json',
      headers: {},
    };
    const document = (await sender.send(asked)).json as Document;
    return new World(system, sender, cast, document, new Belongings(cast), setUpToken);
  }

  /** From now on answers are held to this. */
  describedBy(document: Document): void {
    this.operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));
    this.values = new Values(document);
    this.checks = new AnswerChecks(document);
  }

  operation(id: string): Operation {
    const operation = this.operations.get(id);
    if (!operation) throw new Error(`the document has no operation ${id}`);
    return operation;
  }

  /** Remembers some of what was made under a name, for whoever looks for what is not theirs. */
  remember(name: string, id: string): void {
    const some = this.made.get(name) ?? [];
    this.made.set(name, [id, ...some].slice(0, 100));
  }

  async stop(): Promise<void> {
    delete process.env['REDRESS_TIMER_SECONDS'];
    for (const limit of LIMITS) Reflect.deleteProperty(process.env, limit);
    this.sender.close();
    await this.system.stop();
  }
}
