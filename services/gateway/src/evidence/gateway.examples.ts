import { afterAll, beforeAll } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import * as people from '@redress/contracts/rectification/people.examples';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import { type Opened, opened } from '@redress/evidence/opened.examples';
import { newGateway } from '../gateway.js';
import { gatewayOf } from '../http/routes.examples.js';
import { Sessions } from '../session/sessions.js';
import { AttachmentsController } from './attachments.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { UploadsController } from './uploads.controller.js';

const { lead, stranger, officer, inspector, auditor } = people;
const actors = { lead, stranger, officer, inspector, auditor, nobody: { role: 'unit' } } as const;
export type Who = keyof typeof actors;

class TokenIsWho extends Sessions {
  override sessionOf(token: string): Promise<Session | undefined> {
    const actor = Object.entries(actors).find(([who]) => who === token)?.[1];
    return Promise.resolve(actor && ({ actor, recordsPast: false } as unknown as Session));
  }
}

/** Rectification, which remembers what it was asked and answers as it was told to. */
export class Rectification extends Services {
  readonly asked: { readonly subject: string; readonly body: unknown; readonly actor: Actor }[] = [];
  answer: (subject: string, actor: Actor) => object = () => ({ revision: 3, position: '7' });

  override send(
    { subject }: { readonly subject: string },
    body: object,
    { actor }: Envelope,
  ): Promise<never> {
    return this.ask({ subject }, body, actor);
  }

  override ask({ subject }: { readonly subject: string }, body: object, actor: Actor): Promise<never> {
    this.asked.push({ subject, body, actor });
    return Promise.resolve(this.answer(subject, actor) as never);
  }
}

export type Response = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

export class TestGateway {
  private constructor(
    private readonly app: INestApplication,
    readonly evidence: Opened,
    readonly rectification: Rectification,
    readonly url: string,
  ) {}

  static async start(evidence: Opened): Promise<TestGateway> {
    const rectification = new Rectification();
    const routes = gatewayOf(
      [UploadsController, AttachmentsController, EvidenceController],
      rectification,
      TokenIsWho,
      [{ provide: Evidence, useValue: evidence }],
    );
    const app = await newGateway(routes);
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
    return new TestGateway(app, evidence, rectification, `${await app.getUrl()}/api`);
  }

  async call(who: Who, method: string, path: string, body?: object | Buffer, more = {}): Promise<Response> {
    const isBytes = Buffer.isBuffer(body);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${who}`,
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...more,
      },
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const { status, headers } = response;
    return { status, headers, body: Buffer.from(await response.arrayBuffer()) };
  }

  /** The same, with what came back as JSON, and no word but the reason of a problem. */
  async json(who: Who, method: string, path: string, body?: object | Buffer): Promise<unknown[]> {
    const answer = await this.call(who, method, path, body);
    const content = JSON.parse(answer.body.toString()) as { readonly type?: string };
    return [answer.status, answer.status < 300 ? content : content.type?.replace('/problems/', '')];
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

/** A gateway for all tests of a file. */
export const gatewayWith = (limits: Parameters<typeof opened>[0]): (() => TestGateway) => {
  let gateway: TestGateway | undefined;
  beforeAll(async () => {
    gateway = await TestGateway.start(await opened(limits));
  });
  afterAll(() => gateway?.stop());
  return () => {
    if (!gateway) throw new Error('not started');
    return gateway;
  };
};
