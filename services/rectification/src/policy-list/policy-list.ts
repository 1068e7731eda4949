import { type PolicyEvent, policyEvents } from '@redress/contracts/rectification/policy.events';
import type { PolicyRow } from '@redress/contracts/rectification/read-policy';
import type { Projection } from '@redress/read-models/projection';

/** The policies that were ever adopted. */
export const policyList: Projection<PolicyEvent, PolicyRow> = {
  name: 'policyList',
  version: 1,
  of: policyEvents,
  indexes: [['from']],
  search: ['version', 'reason'],
  on: {
    PolicyAdopted: ({ policyId: id, version, from, reason, policy }, { actor, happenedAt, revision }) => ({
      put: {
        ...policy,
        id,
        version,
        from,
        reason,
        adoptedAt: happenedAt,
        ...(actor.person && { adoptedBy: actor.person }),
        revision,
      },
    }),
  },
};
