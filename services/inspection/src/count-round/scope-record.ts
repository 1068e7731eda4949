import type { RoundEvent, ScopeGroup } from '@redress/contracts/inspection/round.events';
import type { Day, RoundId, TeamId, UnitId } from '@redress/contracts/values';
import type { Mark } from './span.js';

type Plan = Extract<RoundEvent, { type: 'RoundPlanned' }>['data'];
type Change = { readonly units: number; readonly mark: Mark };

/** Which units a round is about, and who is to see them. */
export class ScopeRecord {
  plan: Plan | undefined;
  closedOn: Day | undefined;
  readonly units = new Map<UnitId, readonly TeamId[]>();
  readonly marks: Mark[] = [];
  readonly added: Change[] = [];
  readonly removed: Change[] = [];

  constructor(private readonly roundId: RoundId) {}

  /** Whether the event is one of the round. */
  take({ type, data }: RoundEvent, mark: Mark): boolean {
    if (data.roundId !== this.roundId) return false;
    switch (type) {
      case 'RoundPlanned':
        this.plan = data;
        break;
      case 'RoundScoped':
        this.join(data.groups);
        break;
      case 'RoundRescoped':
        for (const unit of data.removed) this.units.delete(unit);
        this.join(data.added);
        if (data.added.length > 0)
          this.added.push({ units: data.added.flatMap(({ units }) => units).length, mark });
        if (data.removed.length > 0) this.removed.push({ units: data.removed.length, mark });
        break;
      case 'RoundClosed':
        this.closedOn = data.on;
        return true;
    }
    this.marks.push(mark);
    return true;
  }

  private join(groups: readonly ScopeGroup[]): void {
    for (const { teams, units } of groups) for (const unit of units) this.units.set(unit, teams);
  }
}
