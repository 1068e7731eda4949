import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsId, IsInstant, IsOneOf, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { CardId, CaseId, Instant, PersonId, TaskId, UnitId } from '../values.js';
import { CardRef } from './refs.js';
import { APPEAL_STATUSES, type AppealStatus, CARD_COLOURS, type CardColour } from './words.js';

export const APPEAL_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'no-such-card',
  'already-appealed',
  'card-not-in-force',
  'appeal-is-too-late',
] as const;
export type AppealRejection = (typeof APPEAL_REJECTIONS)[number];

/** The lead unit says why it should not have this card; once, until the term ends. The card stays in force meanwhile. */
export class AppealCard extends CardRef {
  static readonly subject = 'rectification.appeal-card';
  static readonly rejections = APPEAL_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export const APPEAL_DECISION_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'officer-is-unnamed',
  'no-such-card',
  'not-appealed',
  'appeal-already-decided',
  'card-not-in-force',
  'decider-drew-the-card',
] as const;
export type AppealDecisionRejection = (typeof APPEAL_DECISION_REJECTIONS)[number];

/** The office, or the leading group, decides by somebody who did not draw the card. Upheld: the card is withdrawn. */
export class DecideAppeal extends CardRef {
  static readonly subject = 'rectification.decide-appeal';
  static readonly rejections = APPEAL_DECISION_REJECTIONS;
  @IsBoolean() readonly upheld!: boolean;
  @IsReason() readonly reason!: string;
}

/** 申诉. A line on the desk of whoever decides: which unit says what against which card, and what became of it. */
export class AppealRow {
  /** Of the card: there is one appeal against each. */
  @IsId() readonly id!: CardId;
  @IsId() readonly caseId!: CaseId;
  @IsId() readonly taskId!: TaskId;
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  /** The lead unit may see its own. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly units!: Readonly<Record<UnitId, true>>;
  /** Absent where it was not told yet. */
  @MayBeAbsent() @IsOneOf(CARD_COLOURS) readonly colour?: CardColour;
  @IsReason() readonly reason!: string;
  @IsInstant() readonly appealedAt!: Instant;
  @MayBeAbsent() @IsId() readonly appealedBy?: PersonId;
  @IsOneOf(APPEAL_STATUSES) readonly status!: AppealStatus;
  @MayBeAbsent() @IsReason() readonly decision?: string;
  @MayBeAbsent() @IsInstant() readonly decidedAt?: Instant;
  @MayBeAbsent() @IsId() readonly decidedBy?: PersonId;
}

/** The appeals that the asker may see, the oldest first unless another order is asked for. */
export class ReadAppeals extends Listing {
  static readonly subject = 'rectification.read-appeals';
  static readonly reply = pageOf(AppealRow);
  @MayBeAbsent() @IsOneOf(APPEAL_STATUSES) readonly status?: AppealStatus;
  @MayBeAbsent() @IsOneOf(CARD_COLOURS) readonly colour?: CardColour;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
  @MayBeAbsent() @IsId() readonly taskId?: TaskId;
}
