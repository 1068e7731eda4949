import { setTimeout as pause } from 'node:timers/promises';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Answer } from '@redress/contracts/query';

const LONGEST_S = 10;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

type Request = { readonly headers: Readonly<Record<string, string | undefined>> };
type Response = { header(name: string, value: string): unknown };

/** The seconds of `Prefer: wait=N` (RFC 7240), ten at most; 0 when the header does not say so. */
export const secondsIn = (prefer: string | undefined): number => {
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(prefer ?? '') ?? [];
  return Math.min(Number(seconds ?? 0), LONGEST_S);
};

const notesThatItWaits = (target: object, route: string | symbol | undefined): void => {
  const method = route === undefined ? undefined : Object.getOwnPropertyDescriptor(target, route);
  if (route !== undefined && method) ApiExtension('x-waits', true)(target, route, method);
};

/** Hands to a route for how many milliseconds its caller would rather wait than be told that it is not there yet. */
export const Patience = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const http = context.switchToHttp();
    const seconds = secondsIn(http.getRequest<Request>().headers['prefer']);
    if (seconds > 0) http.getResponse<Response>().header('preference-applied', `wait=${String(seconds)}`);
    return seconds * 1_000;
  },
  [notesThatItWaits],
);

/** Asks until the reply is there and is enough, or patience is at its end; the last answer, whatever it is. */
export const patiently = async <Reply extends object>(
  patienceMs: number,
  ask: () => Promise<Answer<Reply>>,
  isEnough: (reply: Reply) => boolean = () => true,
): Promise<Answer<Reply>> => {
  const until = performance.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const answer = await ask();
    const left = until - performance.now();
    if (left <= 0 || (!('rejected' in answer) && isEnough(answer))) return answer;
    await pause(Math.min(pauseMs, left));
  }
};
