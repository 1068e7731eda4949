import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsCode, IsCount, IsDay, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Day, PersonId, PostId, UnitId } from '../values.js';
import { POST_ROLES, type PostRole } from './roles.js';

export const POST_REJECTIONS = [
  'may-not-change-the-organisation',
  'no-such-post',
  'no-such-unit',
  'unit-not-there-then',
  'no-such-person',
  'post-is-another',
  'before-the-post',
  'ends-before-it-begins',
  'already-held-then',
  'does-not-hold-it',
  'holding-ended-otherwise',
  'person-has-left',
] as const;
export type PostRejection = (typeof POST_REJECTIONS)[number];

export class PostRef {
  @IsCode() readonly code!: string;
}

/** From that day on the unit has this post, and who holds it acts in this role. What a post is never changes. */
export class RecordPost extends PostRef {
  static readonly subject = 'directory.record-post';
  static readonly rejections = POST_REJECTIONS;
  @IsCode() readonly unit!: string;
  @IsText(200) readonly title!: string;
  @IsOneOf(POST_ROLES) readonly role!: PostRole;
  /** Whether its holder leads the unit, and signs for it. Absent: no. */
  @MayBeAbsent() @IsBoolean() readonly heads?: boolean;
  @IsDay() readonly from!: Day;
}

export class HoldingRef extends PostRef {
  @IsCode() readonly rosterNumber!: string;
}

/** The person holds the post from that day on; nobody else does at the same time. `until` is the last day. */
export class TakePost extends HoldingRef {
  static readonly subject = 'directory.take-post';
  static readonly rejections = POST_REJECTIONS;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The person holds the post until that day, which is the last. */
export class LeavePost extends HoldingRef {
  static readonly subject = 'directory.leave-post';
  static readonly rejections = POST_REJECTIONS;
  @IsDay() readonly until!: Day;
}

/** The same, of whoever is known by their id: until today, unless it is said until when. */
export class EndHolding extends PostRef {
  static readonly subject = 'directory.end-holding';
  static readonly rejections = POST_REJECTIONS;
  @IsId() readonly person!: PersonId;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The person holds the post from now on, without end. */
export class JoinPost extends HoldingRef {
  static readonly subject = 'directory.join-post';
  static readonly rejections = POST_REJECTIONS;
}

/** The person acts in the post no more, from this moment on. */
export class VacatePost extends HoldingRef {
  static readonly subject = 'directory.vacate-post';
  static readonly rejections = POST_REJECTIONS;
}

export class Holder {
  @IsId() readonly person!: PersonId;
  /** Only for those who see all names, and for the post's own unit. */
  @MayBeAbsent() @IsText(100) readonly name?: string;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** A post as it is on one day. */
export class PostRow {
  @IsId() readonly id!: PostId;
  @IsCode() readonly code!: string;
  @IsText(200) readonly title!: string;
  @IsOneOf(POST_ROLES) readonly role!: PostRole;
  @IsId() readonly unit!: UnitId;
  /** Absent unless its holder leads the unit. */
  @MayBeAbsent() @IsBoolean() readonly heads?: boolean;
  /** One, or none while the post is vacant. */
  @ApiProperty({ type: [Holder] }) readonly holders!: readonly Holder[];
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The posts of today, all or one of them, as they are now that all is known that was recorded until this is asked. */
export class FindPosts extends Listing {
  static readonly subject = 'directory.find-posts';
  static readonly reply = pageOf(PostRow);
  @MayBeAbsent() @IsId() readonly post?: PostId;
  @MayBeAbsent() @IsText(200) readonly code?: string;
}

/** The posts that there are on a day, today unless it is named, by code. */
export class ListPosts extends Listing {
  static readonly subject = 'directory.list-posts';
  static readonly reply = pageOf(PostRow);
  @MayBeAbsent() @IsDay() readonly on?: Day;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
}
