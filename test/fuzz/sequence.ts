import { setTimeout as pause } from 'node:timers/promises';
import { Matter } from './belongings.js';
import type { Who } from './cast.js';
import type { Operation } from './document.js';
import { type Mutation, mutated } from './hostile.js';
import { Names } from './names.js';
import { Transcript } from './replay.js';
import { Requests } from './requests.js';
import type { Answered, Sent } from './sender.js';
import type { Step } from './trail.js';
import type { World } from './world.js';

const PATIENT_FOR_MS = 15_000;
const BRIEFLY_MS = 500;
const PAUSE_MS = 20;

/** What else is sent on the way, before a step is taken. */
export type Noise = {
  readonly before: number;
  readonly seed: number;
  readonly who: Who;
  readonly sends:
    | { readonly kind: 'mutated'; readonly mutation: Mutation }
    | { readonly kind: 'headed'; readonly headers: Readonly<Record<string, string>> }
    | { readonly kind: 'as-another' | 'repeated' | 'key-again' | 'read' | 'anything' };
};

/** An answer that should not have come, with all that led to it. */
export class Deviation extends Error {
  override readonly name = 'Deviation';
}

/** The figures and the holidays of everybody are one stream, which goes on meanwhile: what changed nothing is told how far it is now. */
const IN_THE_BOOK = /^(policies|calendar)\./;

const told = ({ operation }: Sent, { status, json }: Answered): readonly unknown[] => {
  if (!IN_THE_BOOK.test(operation) || status >= 300) return [status, json];
  return [status, { ...(json as object), revision: 'of now', position: 'of now' }];
};

let sequences = 0;

/** Requests that rest on one another, with what is known of them. */
export class Sequence {
  private readonly owner = `sequence ${String((sequences += 1))}`;
  private readonly transcript = new Transcript();
  private readonly matter: Matter;
  private readonly names: Names;
  private readonly requests: Requests;
  /** What was written last. */
  private written: { readonly sent: Sent; readonly answered: Answered } | undefined;

  constructor(private readonly world: World) {
    this.matter = new Matter(world.belongings);
    this.names = new Names(world, (id) => {
      this.matter.made(id);
    });
    this.requests = new Requests(world, this.names);
  }

  /** Takes a step, and keeps what its answer gives. */
  async take(step: Step, seed: number): Promise<Answered> {
    const operation = this.world.operation(step.operation);
    const sent = this.requests.said(operation, step.who, step, seed);
    const until = Date.now() + (step.patiently ? PATIENT_FOR_MS : step.briefly ? BRIEFLY_MS : 0);
    let answered = await this.send(operation, sent);
    while (answered.status >= 400 && Date.now() < until) {
      await pause(PAUSE_MS);
      answered = await this.send(operation, sent);
    }
    if (answered.status < 400) this.keep(step, answered);
    return answered;
  }

  /** Sends something that does not belong here; `next` is the step that would be taken. */
  async disturb({ seed, who, sends }: Noise, next: Step): Promise<void> {
    const operation = this.world.operation(next.operation);
    const usual = this.requests.said(operation, next.who, next, seed);
    switch (sends.kind) {
      case 'mutated': {
        await this.send(operation, { ...usual, body: mutated(jsonOf(usual), sends.mutation) });
        return;
      }
      case 'headed':
        await this.send(operation, { ...usual, headers: { ...usual.headers, ...sends.headers } });
        return;
      case 'as-another':
        await this.send(operation, this.requests.said(operation, who, next, seed));
        return;
      case 'repeated':
      case 'key-again':
        await this.again(sends.kind);
        return;
      case 'read':
      case 'anything': {
        const some = [...this.world.operations.values()].filter((one) =>
          sends.kind === 'read' ? one.method === 'GET' : !LEFT_ALONE.test(one.id),
        );
        const chosen = some[seed % some.length];
        if (chosen) await this.send(chosen, this.requests.anything(chosen, who, seed));
      }
    }
  }

  /** What somebody is told who takes that step in another's place; nothing is kept of it. */
  asked(step: Step, who: Who): Promise<Answered> {
    const operation = this.world.operation(step.operation);
    return this.world.sender.send(this.requests.said(operation, who, step, 1));
  }

  /** Whether what is answered to a step comes to be so before long. */
  async eventually(step: Step, isSo: (answered: Answered) => boolean): Promise<boolean> {
    const until = Date.now() + PATIENT_FOR_MS;
    while (!isSo(await this.asked(step, step.who))) {
      if (Date.now() > until) return false;
      await pause(PAUSE_MS);
    }
    return true;
  }

  /** What was made up here, but for what is of the whole organisation. */
  get ids(): ReadonlySet<string> {
    return this.matter.ids;
  }

  /** One in which nothing was made, and that knows what else answers gave here, such as the hash of a file. */
  another(): Sequence {
    const other = new Sequence(this.world);
    other.names.takeOver(this.names);
    return other;
  }

  idOf(name: string): string {
    return this.names.local(name);
  }

  /** As commands for a shell, with the variables in which the tokens of people are. */
  commands(): string {
    return this.transcript.commands(this.world.cast.variables());
  }

  private async again(kind: 'repeated' | 'key-again'): Promise<void> {
    if (!this.written) return;
    const { sent, answered } = this.written;
    const operation = this.world.operation(sent.operation);
    if (kind === 'key-again') {
      await this.send(operation, {
        ...sent,
        body: mutated(jsonOf(sent), { does: 'place', at: 0, value: 'other' }),
      });
      return;
    }
    const repeated = await this.send(operation, sent);
    const [first, second] = [answered, repeated].map((one) => JSON.stringify(told(sent, one)));
    if (first !== second)
      this.deviates(sent, repeated, [`the repeat was answered otherwise than ${first ?? ''}`]);
  }

  private async send(operation: Operation, sent: Sent): Promise<Answered> {
    const { world } = this;
    const isAnybodys = world.cast.unitOf(sent.who as Who) === undefined && sent.who !== 'anybody';
    // Who may say so of any unit has it done before the answer arrives.
    if (sent.method !== 'GET' && isAnybodys)
      world.belongings.named(this.matter, `${sent.path} ${textOf(sent)}`);
    const answered = await world.sender.send(sent).catch((error: unknown) => {
      this.transcript.add(sent);
      throw new Deviation(`no answer: ${String(error)}\n${this.commands()}`);
    });
    this.transcript.add(sent, answered);
    world.coverage.add(operation.id, answered.status);
    if (answered.status < 400) this.learn(operation, sent, answered);
    this.deviates(sent, answered, [
      ...world.checks.complaints(operation, answered),
      ...world.belongings.complaints(operation.id, sent.who as Who, answered),
      ...world.secrets.complaints(answered, this.ownerOf(sent)),
    ]);
    return answered;
  }

  private learn(operation: Operation, sent: Sent, answered: Answered): void {
    const { world } = this;
    world.secrets.learn(answered.json, this.ownerOf(sent));
    const unit = world.cast.unitOf(sent.who as Who);
    if (operation.method === 'GET') return;
    if (unit !== undefined) this.matter.concerns(unit);
    const { opinionId } = (answered.json ?? {}) as { readonly opinionId?: unknown };
    if (typeof opinionId === 'string') {
      this.matter.made(opinionId);
      world.belongings.named(this.matter, textOf(sent));
    }
    const isSteady =
      !/^(session|sessions|opening|providers|uploads|enrolment|factors|proofs|tokens|projections|accounts|registrations)\./.test(
        operation.id,
      );
    if (isSteady && 'idempotency-key' in sent.headers) this.written = { sent, answered };
  }

  private ownerOf({ who }: Sent): string {
    return `${who} in ${this.owner}`;
  }

  private deviates(sent: Sent, answered: Answered, complaints: readonly string[]): void {
    if (complaints.length === 0) return;
    const about = `${sent.operation} as ${sent.who}, answered ${String(answered.status)}`;
    throw new Deviation([`${about}:`, ...complaints, 'Sent so far:', this.commands()].join('\n'));
  }

  private keep({ keeps = {} }: Step, { json, headers }: Answered): void {
    for (const [name, at] of Object.entries(keeps)) {
      const value = at.startsWith('@')
        ? /session=([^;]+)/.exec(
            (headers['set-cookie'] ?? []).find((line) => line.includes('session=')) ?? '',
          )?.[1]
        : at
            .split('.')
            .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], json);
      if (typeof value === 'string') this.names.set(name, value);
    }
  }
}

/** What would change how everybody here stands, and so what the others come to; it is done along trails. */
const LEFT_ALONE =
  /^(personalData\.(propose|erase)|interests\.declare|policies\.adopt|calendar\.load|session\.(signIn|changePassword)|opening\.|accounts\.|proofs\.|projections\.|passkeySignIn\.)/;

const textOf = ({ body }: Sent): string => (typeof body === 'string' ? body : '');

/** Of a file it is nothing, also where what was sent as one reads as JSON. */
const jsonOf = ({ headers, body }: Sent): unknown => {
  if (typeof body !== 'string' || headers['content-type'] !== 'application/json') return {};
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
};
