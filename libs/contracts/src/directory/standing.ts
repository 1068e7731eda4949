import { Actor } from '../envelope.js';
import { AreParts, IsCode, IsId, IsOneOf, IsPart, IsText, MayBeAbsent } from '../fields.js';
import type { PersonId, PostId, UnitId } from '../values.js';
import { PersonRef } from './people.js';
import { POST_ROLES, type PostRole } from './roles.js';

/** As whom somebody acts. */
export class Standing {
  @IsPart(() => Actor) readonly actor!: Actor;
}

/** As whom a person acts in a post today; not found when it is not theirs to act in. Asked by services alone. */
export class FindStanding {
  static readonly subject = 'directory.find-standing';
  static readonly reply = Standing;
  @IsId() readonly person!: PersonId;
  @IsId() readonly post!: PostId;
}

export class HeldPost {
  @IsId() readonly post!: PostId;
  @IsCode() readonly code!: string;
  @IsText(200) readonly title!: string;
  @IsOneOf(POST_ROLES) readonly role!: PostRole;
  @IsId() readonly unit!: UnitId;
  /** Whose post it is, when they may act in it as a deputy. */
  @MayBeAbsent() @IsId() readonly onBehalfOf?: PersonId;
}

export class HeldPosts {
  /** By code. */
  @AreParts(() => HeldPost, 0, 200) readonly posts!: HeldPost[];
}

/** In which posts somebody may act today: the person who asks, or any when a service asks. */
export class FindHeldPosts {
  static readonly subject = 'directory.find-held-posts';
  static readonly reply = HeldPosts;
  @IsId() readonly person!: PersonId;
}

export class KnownPerson {
  @IsId() readonly person!: PersonId;
}

/** Who has a roster number; not found when nobody does. For services, and for those who keep the organisation. */
export class FindByNumber extends PersonRef {
  static readonly subject = 'directory.find-by-number';
  static readonly reply = KnownPerson;
}

/** Whether somebody is registered, and has not left; not found when not. Asked by services alone. */
export class FindPerson {
  static readonly subject = 'directory.find-person';
  static readonly reply = KnownPerson;
  @IsId() readonly person!: PersonId;
}
