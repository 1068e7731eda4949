import type { LoggerService } from '@nestjs/common';
import { hourOf } from '@redress/contracts/anonymity';
import type { Instant } from '@redress/contracts/values';
import pino, { type DestinationStream, type Logger } from 'pino';
import { later as ofThisProcess } from './later.js';
import { type Line, textOf } from './line.js';
import { type LogSettings, logSettings } from './log-settings.js';
import { scope } from './scope.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** What Nest tells about each class that it makes is left out. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'NestMicroservice',
  'RouterExplorer',
  'RoutesResolver',
]);

/**
 * Through which everything is logged. Each line says of which service it is, and of which request, case and trace where it
 * belongs to one. Of an error it has the name and the places, never the message, which could quote what people wrote.
 */
export class ServiceLogger implements LoggerService {
  private readonly lines: Logger;

  constructor(
    private readonly service: string,
    { format, level }: LogSettings = logSettings(),
    write: (text: string) => void = (text) => process.stdout.write(text),
    private readonly later: Pick<typeof ofThisProcess, 'add'> = ofThisProcess,
  ) {
    const destination: DestinationStream = {
      write:
        format === 'json'
          ? write
          : (line) => {
              write(`${textOf(JSON.parse(line) as Line)}\n`);
            },
    };
    const options = {
      level,
      base: null,
      timestamp: false,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.lines = pino(options, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    if (!FRAMEWORK.has(String(rest.at(-1)))) this.tell('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.tell('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.tell('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.tell('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.tell('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.tell('trace', message, rest);
  }

  private tell(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const { service } = this;
    const now = new Date().toISOString() as Instant;
    const about = scope();
    const [context, at] = [rest.at(-1), rest.at(-2)];
    const said = {
      ...(typeof context === 'string' && { context }),
      ...(typeof at === 'string' && { at }),
      ...wordsOf(message),
    };
    if (about?.isAnonymous)
      this.later.add(() => {
        this.lines[level]({ time: hourOf(now), service, ...said });
      });
    else {
      const ids = about && { requestId: about.requestId, caseId: about.caseId, traceId: about.span?.trace };
      this.lines[level]({ time: now, service, ...ids, ...said });
    }
  }
}

const wordsOf = (message: unknown): object => {
  if (message instanceof Error) return { error: message.name, at: placesIn(message) };
  if (typeof message === 'object' && message !== null) return message;
  return { msg: String(message) };
};

const placesIn = ({ stack = '' }: Error): string => stack.match(/^ {4}at .*$/gm)?.join('\n') ?? '';
