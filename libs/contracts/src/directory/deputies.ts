import { IsCode, IsDay, IsId } from '../fields.js';
import type { Day, DeputyId } from '../values.js';
import { PostRef } from './posts.js';

/** For so many days at most; whoever is away longer than that leaves the post. */
export const DEPUTY_DAYS = 366;

export const DEPUTY_REJECTIONS = [
  'may-not-name-deputies',
  'no-such-post',
  'no-such-person',
  'person-has-left',
  'nobody-holds-it-then',
  'deputy-holds-it',
  'ends-before-it-begins',
  'begins-in-the-past',
  'deputy-for-too-long',
  'another-deputy-then',
  'deputy-id-of-another',
  'no-such-deputy',
] as const;
export type DeputyRejection = (typeof DEPUTY_REJECTIONS)[number];

/** Whoever names the deputy makes up the id. */
export class DeputyRef extends PostRef {
  @IsId() readonly deputyId!: DeputyId;
}

/** Somebody acts in a post for whoever holds it, from one day to another, both included. */
export class NameDeputy extends DeputyRef {
  static readonly subject = 'directory.name-deputy';
  static readonly rejections = DEPUTY_REJECTIONS;
  @IsCode() readonly rosterNumber!: string;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
}

/** From now on they do not. */
export class DismissDeputy extends DeputyRef {
  static readonly subject = 'directory.dismiss-deputy';
  static readonly rejections = DEPUTY_REJECTIONS;
}
