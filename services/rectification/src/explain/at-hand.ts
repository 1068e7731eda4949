import type { Policies } from '../policy/policies.js';
import type { AtHand, Versions } from './versions.js';

/** What was meant by the versions that something was recorded with, as far as that can still be told. */
export const atHand = async (policies: Policies, versions: Versions): Promise<AtHand> => {
  const policy = await policies.version(versions.policy);
  const calendar = await policies.calendar(versions.calendar);
  if (policy && calendar) return { standards: { policy, calendar }, missing: [] };
  return {
    missing: [
      ...(policy ? [] : [{ what: 'policy' as const, version: versions.policy }]),
      ...(calendar ? [] : [{ what: 'calendar' as const, version: versions.calendar }]),
    ],
  };
};
