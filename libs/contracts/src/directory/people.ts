import { Written } from '../command.js';
import { IsCode, IsId, IsText } from '../fields.js';
import type { PersonId } from '../values.js';

export const PERSON_REJECTIONS = ['may-not-change-the-organisation'] as const;
export type PersonRejection = (typeof PERSON_REJECTIONS)[number];

export class PersonRef {
  @IsCode() readonly rosterNumber!: string;
}

/** Under which id they are known. It is drawn, and says nothing of the number. */
export class Registered extends Written {
  @IsId() readonly personId!: PersonId;
}

/** Somebody with a roster number is called so. */
export class RegisterPerson extends PersonRef {
  static readonly subject = 'directory.register-person';
  static readonly rejections = PERSON_REJECTIONS;
  static readonly reply = Registered;
  @IsText(100) readonly name!: string;
}
