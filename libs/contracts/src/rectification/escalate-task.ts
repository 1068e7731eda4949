import { ApiProperty } from '@nestjs/swagger';
import { IsDay, IsId, IsInstant, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { CardId, CaseId, Day, EntryId, Instant, PersonId, TaskId, UnitId } from '../values.js';
import { EntryRef } from './refs.js';
import {
  ESCALATION_KINDS,
  ESCALATION_STATUSES,
  type EscalationKind,
  type EscalationStatus,
} from './words.js';

export const PROPOSAL_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'proposer-is-unnamed',
  'entry-id-is-taken',
  'task-is-closed',
  'not-a-step',
  'no-card-that-grave',
  'another-proposal-is-open',
  'step-before-not-taken',
] as const;
export type ProposalRejection = (typeof PROPOSAL_REJECTIONS)[number];

export const ESCALATION_ANSWER_REJECTIONS = [
  'no-such-task',
  'not-the-approver',
  'approver-is-unnamed',
  'no-such-escalation',
  'proposer-does-not-approve',
  'escalation-already-answered',
  'escalation-lapsed',
] as const;
export type EscalationAnswerRejection = (typeof ESCALATION_ANSWER_REJECTIONS)[number];

export const CARRYING_OUT_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'no-such-escalation',
  'escalation-not-approved',
  'escalation-already-carried-out',
  'escalation-lapsed',
  'carried-out-in-the-future',
] as const;
export type CarryingOutRejection = (typeof CARRYING_OUT_REJECTIONS)[number];

/** 约谈, 通报: the office proposes one of the last two steps, on the gravest card that is in force. */
export class ProposeEscalation extends EntryRef {
  static readonly subject = 'rectification.propose-escalation';
  static readonly rejections = PROPOSAL_REJECTIONS;
  @IsOneOf(ESCALATION_KINDS) readonly kind!: EscalationKind;
  @IsText(2_000) readonly reason!: string;
}

/** Whoever the policy names for it approves, and never the person who proposed it. */
export class ApproveEscalation extends EntryRef {
  static readonly subject = 'rectification.approve-escalation';
  static readonly rejections = ESCALATION_ANSWER_REJECTIONS;
}

export class RefuseEscalation extends EntryRef {
  static readonly subject = 'rectification.refuse-escalation';
  static readonly rejections = ESCALATION_ANSWER_REJECTIONS;
  @IsText(2_000) readonly reason!: string;
}

/** The talk was held, or the circular went round; the record says what came of it. */
export class CarryOutEscalation extends EntryRef {
  static readonly subject = 'rectification.carry-out-escalation';
  static readonly rejections = CARRYING_OUT_REJECTIONS;
  @IsDay() readonly on!: Day;
  @IsText(20_000) readonly record!: string;
}

/** A line on the leading group's desk: who proposes what on which card, and what became of it. */
export class EscalationRow {
  @IsId() readonly id!: EntryId;
  @IsId() readonly caseId!: CaseId;
  @IsId() readonly taskId!: TaskId;
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  /** The lead unit may see what is proposed about it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly units!: Readonly<Record<UnitId, true>>;
  @IsOneOf(ESCALATION_KINDS) readonly kind!: EscalationKind;
  @IsId() readonly cardId!: CardId;
  @IsText(2_000) readonly reason!: string;
  /** By which it was open to be proposed. */
  @IsText(60) readonly policy!: string;
  @IsInstant() readonly proposedAt!: Instant;
  @IsId() readonly proposedBy!: PersonId;
  @IsOneOf(ESCALATION_STATUSES) readonly status!: EscalationStatus;
  @MayBeAbsent() @IsInstant() readonly answeredAt?: Instant;
  @MayBeAbsent() @IsId() readonly answeredBy?: PersonId;
  @MayBeAbsent() @IsText(2_000) readonly refusal?: string;
  @MayBeAbsent() @IsDay() readonly carriedOutOn?: Day;
  @MayBeAbsent() @IsText(20_000) readonly record?: string;
}

/** The proposals that the asker may see, the oldest first unless another order is asked for. */
export class ReadEscalations extends Listing {
  static readonly subject = 'rectification.read-escalations';
  static readonly reply = pageOf(EscalationRow);
  @MayBeAbsent() @IsOneOf(ESCALATION_STATUSES) readonly status?: EscalationStatus;
  @MayBeAbsent() @IsOneOf(ESCALATION_KINDS) readonly kind?: EscalationKind;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
  @MayBeAbsent() @IsId() readonly taskId?: TaskId;
}
