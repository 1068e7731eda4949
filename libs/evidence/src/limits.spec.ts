import { afterEach, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS, limitsFromEnvironment } from './limits.js';

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('REDRESS_EVIDENCE_')) Reflect.deleteProperty(process.env, name);
});

it('are 200 MiB a file unless it is said otherwise', () => {
  expect(limitsFromEnvironment()).toEqual(DEFAULT_LIMITS);
  expect(DEFAULT_LIMITS.bytes).toBe(209_715_200);
});

it.each([
  ['REDRESS_EVIDENCE_BYTES', 'bytes'],
  ['REDRESS_EVIDENCE_PIXELS', 'pixels'],
  ['REDRESS_EVIDENCE_PARTS', 'parts'],
  ['REDRESS_EVIDENCE_OPEN_UPLOADS', 'openUploads'],
  ['REDRESS_EVIDENCE_OWN_UPLOADS', 'ownUploads'],
  ['REDRESS_EVIDENCE_OWN_BYTES', 'ownBytes'],
  ['REDRESS_EVIDENCE_IDLE_HOURS', 'idleHours'],
] as const)('are set by %s', (name, limit) => {
  const other = String(DEFAULT_LIMITS[limit] + 1);
  process.env[name] = other;
  expect(limitsFromEnvironment()).toEqual({ ...DEFAULT_LIMITS, [limit]: Number(other) });
  for (const wrong of ['0', '-1', '1.5', '50MB', ' 7', '9'.repeat(16)]) {
    process.env[name] = wrong;
    expect(limitsFromEnvironment).toThrow(`${name} must be a whole number from 1 on, not "${wrong}"`);
  }
  process.env[name] = '';
  expect(limitsFromEnvironment()).toEqual(DEFAULT_LIMITS);
});

it('let one person send the largest file that is taken', () => {
  process.env['REDRESS_EVIDENCE_OWN_BYTES'] = String(DEFAULT_LIMITS.bytes);
  expect(limitsFromEnvironment().ownBytes).toBe(DEFAULT_LIMITS.bytes);
  process.env['REDRESS_EVIDENCE_OWN_BYTES'] = String(DEFAULT_LIMITS.bytes - 1);
  expect(limitsFromEnvironment).toThrow('must not be less than REDRESS_EVIDENCE_BYTES');
});
