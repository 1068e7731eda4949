import { AreIds, IsDay, IsId } from '../fields.js';
import type { Day, PersonId, UnitId } from '../values.js';

/** Some units, in no order. */
export class Units {
  @AreIds(0, 1_000) readonly units!: UnitId[];
}

/** Some people, in no order. */
export class People {
  @AreIds(0, 1_000) readonly people!: PersonId[];
}

/** In which units a person held a post on a day. Asked by services alone. */
export class FindUnitsOfPerson {
  static readonly subject = 'directory.find-units-of-person';
  static readonly reply = Units;
  @IsId() readonly person!: PersonId;
  @IsDay() readonly on!: Day;
}

/** Which of these units there were on a day. Asked by services alone. */
export class FindUnitsThere {
  static readonly subject = 'directory.find-units-there';
  static readonly reply = Units;
  @AreIds(1, 50) readonly units!: UnitId[];
  @IsDay() readonly on!: Day;
}

/** Who led a unit on a day: whoever held a post of the role `unit` that heads it. Asked by services alone. */
export class FindHeads {
  static readonly subject = 'directory.find-heads';
  static readonly reply = People;
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly on!: Day;
}
