import { PickType } from '@nestjs/swagger';
import { IsCount, IsDay, IsId, IsInstant, IsPart, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { Day, Instant, PersonId, PolicyId } from '../values.js';
import { Policy } from './policy.js';

/** A policy that was adopted, as a line of the history. */
export class PolicyRow extends Policy {
  @IsId() readonly id!: PolicyId;
  @IsDay() readonly from!: Day;
  @IsReason() readonly reason!: string;
  @IsInstant() readonly adoptedAt!: Instant;
  @MayBeAbsent() @IsId() readonly adoptedBy?: PersonId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** All policies that were ever adopted, the one that holds from the latest day first unless another order is asked for. */
export class ListPolicies extends Listing {
  static readonly subject = 'rectification.list-policies';
  static readonly reply = pageOf(PolicyRow);
}

export class Adoption extends PickType(PolicyRow, ['id', 'from', 'reason']) {}

/** A policy, and where it comes from; the one that holds before any was adopted comes from nowhere. */
export class PolicyOfDay extends Policy {
  @MayBeAbsent() @IsPart(() => Adoption) readonly adopted?: Adoption;
  /** Of all that was ever said about policies and holidays; -1 before anything was. */
  @IsCount(-1, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The policy of a version, else the one that holds on a day, today unless it is named. Everybody may read it: by it they are judged. */
export class ReadPolicy extends Reading {
  static readonly subject = 'rectification.read-policy';
  static readonly reply = PolicyOfDay;
  @MayBeAbsent() @IsDay() readonly on?: Day;
  @MayBeAbsent() @IsText(60) readonly version?: string;
}
