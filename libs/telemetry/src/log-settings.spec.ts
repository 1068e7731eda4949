import { expect, it } from '@jest/globals';
import { logSettings } from './log-settings.js';

it('is text and info, unless set', () => {
  expect(logSettings({})).toEqual({ format: 'text', level: 'info' });
  expect(logSettings({ REDRESS_LOG_FORMAT: '', REDRESS_LOG_LEVEL: '' })).toEqual({
    format: 'text',
    level: 'info',
  });
  expect(logSettings({ REDRESS_LOG_FORMAT: 'json', REDRESS_LOG_LEVEL: 'debug' })).toEqual({
    format: 'json',
    level: 'debug',
  });
});

it.each([
  [{ REDRESS_LOG_FORMAT: 'xml' }, 'REDRESS_LOG_FORMAT must be one of text, json, not "xml"'],
  [
    { REDRESS_LOG_LEVEL: 'loud' },
    'REDRESS_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, not "loud"',
  ],
])('refuses %j', (env, words) => {
  expect(() => logSettings(env)).toThrow(words);
});
