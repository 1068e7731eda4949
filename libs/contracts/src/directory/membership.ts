import { AreIds, AreParts, IsBoolean, IsDay, IsId, MayBeAbsent } from '../fields.js';
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

/** Under which units one stood from one day to another, both included; without a last day it still does. */
export class Line {
  @IsId() readonly unit!: UnitId;
  /** The nearest first. */
  @AreIds(0, 1_000) readonly above!: readonly UnitId[];
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

export class Lines {
  @AreParts(() => Line, 0, 10_000) readonly lines!: Line[];
}

/** Where these units stood in the tree on the days of a span. Asked by services alone. */
export class FindLines {
  static readonly subject = 'directory.find-lines';
  static readonly reply = Lines;
  @AreIds(1, 1_000) readonly units!: UnitId[];
  @IsDay() readonly from!: Day;
  @IsDay() readonly to!: Day;
}

/** A post that somebody held in a unit while that stood under these. */
export class Belonging extends Line {
  /** Whether who held it led the unit. */
  @IsBoolean() readonly heads!: boolean;
}

export class Belongings {
  /** Whether the person is registered. */
  @IsBoolean() readonly isKnown!: boolean;
  @AreParts(() => Belonging, 0, 10_000) readonly belongings!: Belonging[];
}

/** Where a person belonged on the days of a span: each post that was held on one of them. Asked by services alone. */
export class FindBelongings {
  static readonly subject = 'directory.find-belongings';
  static readonly reply = Belongings;
  @IsId() readonly person!: PersonId;
  @IsDay() readonly from!: Day;
  @IsDay() readonly to!: Day;
}
