import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication, Type } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import { lead } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import { Services } from '@redress/edge/services';
import { newGateway } from '../gateway.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { gatewayOf } from '../http/routes.examples.js';
import { Sessions } from '../session/sessions.js';

type Asked = { readonly subject: string; readonly body: unknown; readonly actor: Actor };

/** Remembers what it was asked, and answers what it was told to. */
class Listening extends Services {
  asked: Asked[] = [];
  answer: object = { revision: 3, position: '7' };

  override send(command: { readonly subject: string }, body: object, { actor }: Envelope) {
    return this.heard(command, body, actor);
  }

  override ask(query: { readonly subject: string }, body: object, actor: Actor) {
    return this.heard(query, body, actor);
  }

  private heard({ subject }: { readonly subject: string }, body: object, actor: Actor): Promise<never> {
    this.asked.push({ subject, body: { ...body }, actor });
    return Promise.resolve(this.answer as never);
  }
}

class OneSession extends Sessions {
  override sessionOf(token: string): Promise<Session | undefined> {
    const session = { actor: lead, recordsPast: false } as Session;
    return Promise.resolve(token === 'lead' ? session : undefined);
  }
}

/** A gateway with these routes, for all tests of a file; `lead` is the one token that it knows. */
export const routesOf = (...controllers: readonly Type[]) => {
  const listening = new Listening();

  const etags = { provide: APP_INTERCEPTOR, useClass: EtagInterceptor };
  let app: INestApplication;
  beforeAll(async () => {
    app = await newGateway(gatewayOf(controllers, listening, OneSession, [etags]));
    app.useLogger(false);
    await app.init();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    listening.asked = [];
    listening.answer = { revision: 3, position: '7' };
  });

  /** Without a token when that is empty. */
  const call = async (method: 'GET' | 'PUT', path: string, payload?: object, token = 'lead') =>
    (app as NestFastifyApplication).inject({
      method,
      url: `/api${path}`,
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
      ...(payload && { payload }),
    });

  return { listening, call };
};

/** A command in two parts: what its path says below that of the task, and what its body; the path holds these fields. */
export type Route = readonly [subject: string, path: string, command: object, inPath: readonly string[]];

export const bodyOf = (command: object, inPath: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(command).filter(([field]) => !inPath.includes(field)));

/** Each command goes where it says, as whoever the token says, and with nothing else than its path and body say. */
export const provesRoutes = (
  { listening, call }: ReturnType<typeof routesOf>,
  routes: readonly Route[],
): void => {
  describe.each(routes)('%s', (subject, path, command, inPath) => {
    const url = `/tasks/${taskId}${path}`;
    const body = bodyOf(command, inPath);

    it('is sent as whoever the token says, and answered with where it was written', async () => {
      const response = await call('PUT', url, body);
      expect(response.statusCode).toBe(200);
      expect(response.headers.etag).toBe('"3"');
      expect(response.json()).toEqual({ revision: 3, position: '7' });
      expect(JSON.parse(JSON.stringify(listening.asked))).toEqual([{ subject, body: command, actor: lead }]);
    });

    it('is refused with a field too many or too few, or without a token', async () => {
      // Where there is nothing to say besides, what is said is not read.
      const saysMore = Object.keys(body).length > 0;
      for (const wrong of saysMore ? [{ ...body, unit: lead.unit }, { ...body, taskId }, {}] : [])
        expect((await call('PUT', url, wrong)).statusCode).toBe(400);
      expect((await call('PUT', url.replace(taskId, 'seven'), body)).statusCode).toBe(400);
      expect((await call('PUT', url, body, 'forged')).statusCode).toBe(401);
      expect(listening.asked).toEqual([]);
    });
  });
};
