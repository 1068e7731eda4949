import { IsCode, IsText } from '../fields.js';

export const PERSON_REJECTIONS = ['may-not-change-the-organisation'] as const;
export type PersonRejection = (typeof PERSON_REJECTIONS)[number];

export class PersonRef {
  @IsCode() readonly rosterNumber!: string;
}

/** Somebody with a roster number is called so. */
export class RegisterPerson extends PersonRef {
  static readonly subject = 'directory.register-person';
  static readonly rejections = PERSON_REJECTIONS;
  @IsText(100) readonly name!: string;
}
