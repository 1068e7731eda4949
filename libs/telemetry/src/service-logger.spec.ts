import { describe, expect, it } from '@jest/globals';
import type { LogSettings } from './log-settings.js';
import { within } from './scope.js';
import { ServiceLogger } from './service-logger.js';

const CANARY = 'what somebody wrote';

const logged = (settings: Partial<LogSettings> = {}) => {
  const lines: string[] = [];
  const later: (() => void)[] = [];
  const logger = new ServiceLogger(
    'intake',
    { format: 'json', level: 'info', ...settings },
    (text) => lines.push(text),
    { add: (tell) => later.push(tell) },
  );
  return { logger, lines, later, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
};

const ONE = {
  isAnonymous: false,
  requestId: 'r-1',
  caseId: 'c-1',
  span: { trace: 't-1', span: 's-1', end: () => undefined },
};
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('a line as JSON', () => {
  it('says of which service it is, from where in it, how bad, and when', () => {
    const { logger, last } = logged();
    logger.warn('stopped', 'relay');
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(MOMENT),
      service: 'intake',
      context: 'relay',
      msg: 'stopped',
    });
  });

  it('says of which request, case and trace, where it belongs to one', () => {
    const { logger, last } = logged();
    within(ONE, () => {
      logger.log({ status: 200 }, 'request');
    });
    expect(last()).toMatchObject({ requestId: 'r-1', caseId: 'c-1', traceId: 't-1', status: 200 });
  });

  it('has of an error its name and places alone', () => {
    const { logger, lines, last } = logged();
    logger.error(new TypeError(CANARY), 'fault');
    expect(last()).toMatchObject({ error: 'TypeError', at: expect.stringContaining('service-logger.spec') });
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('has the places that are given beside the words', () => {
    const { logger, last } = logged();
    logger.error('fault intake.x Error', '    at a place', 'fault');
    expect(last()).toMatchObject({ msg: 'fault intake.x Error', at: '    at a place', context: 'fault' });
  });
});

describe('a line of somebody without a name', () => {
  it('is told later, with the hour alone and without ids', () => {
    const { logger, lines, later, last } = logged();
    within({ ...ONE, isAnonymous: true }, () => {
      logger.error('fault intake.submit-opinion Error', 'fault');
    });
    expect(lines).toEqual([]);
    for (const tell of later) tell();
    expect(last()).toEqual({
      level: 'error',
      time: expect.stringMatching(/T\d\d:00:00\.000Z$/),
      service: 'intake',
      context: 'fault',
      msg: 'fault intake.submit-opinion Error',
    });
  });
});

describe('a line as text', () => {
  const TIME = String.raw`\d{4}-\S+Z`;

  it('reads as one, with its ids behind and its places below', () => {
    const { logger, lines } = logged({ format: 'text' });
    within(ONE, () => {
      logger.error('fault intake.x Error', '    at a\n    at b', 'fault');
    });
    const line = `^${TIME} ERROR \\[intake fault\\] fault intake.x Error requestId=r-1 caseId=c-1 traceId=t-1\n    at a\n    at b\n$`;
    expect(lines.join('')).toMatch(new RegExp(line));
  });

  it('lets nothing begin a line of its own, or steer a terminal', () => {
    const { logger, lines } = logged({ format: 'text' });
    logger.log('one\ntwo \u001b[31m \u2028', 'here');
    logger.log({ id: 'x\r\ny' }, 'here');
    expect(lines.map((line) => line.replace(new RegExp(TIME), ''))).toEqual([
      ' INFO  [intake here] one·two ·[31m ·\n',
      ' INFO  [intake here] id=x··y\n',
    ]);
  });
});

it('leaves out what is below its level, and what Nest tells of each class', () => {
  const { logger, lines } = logged({ level: 'warn' });
  logger.log('ready', 'intake');
  logger.debug('x', 'y');
  logger.verbose('x', 'y');
  expect(lines).toEqual([]);
  logger.fatal('no', 'intake');
  expect(lines).toHaveLength(1);
  const all = logged({ level: 'trace' });
  all.logger.log('AppModule dependencies initialized', 'InstanceLoader');
  all.logger.verbose('looked', 'timer');
  expect(all.lines).toHaveLength(1);
});
