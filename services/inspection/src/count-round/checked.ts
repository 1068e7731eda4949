import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import type { OverrideId } from '@redress/contracts/values';
import type { Mark } from './span.js';

/** That it was looked whether somebody may act, and what of that had been lifted. */
export type Checked = { readonly lifted: readonly OverrideId[]; readonly mark: Mark };

export const checkedBy = ({ conflicts }: Pick<RecusalOfEvent, 'conflicts'>, mark: Mark): Checked => ({
  lifted: conflicts.flatMap(({ overriddenBy }) => overriddenBy ?? []),
  mark,
});
