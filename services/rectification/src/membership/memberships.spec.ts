import { expect, it } from '@jest/globals';
import { inspector, leadUnit } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Memberships } from './memberships.js';

class SilentDirectory extends Services {
  override send(): never {
    throw new Error('nobody commands the directory here');
  }

  override ask() {
    return Promise.resolve({ rejected: 'not-yet' } as const);
  }
}

it('decides nothing by a directory that does not know yet', async () => {
  const memberships = new Memberships(new SilentDirectory());
  const on = '2026-03-20' as Day;
  await expect(memberships.unitsOf(inspector.person, on)).rejects.toThrow(ServiceUnavailable);
  await expect(memberships.headsOf(leadUnit, on)).rejects.toThrow(ServiceUnavailable);
  await expect(memberships.there([leadUnit], on)).rejects.toThrow(ServiceUnavailable);
});
