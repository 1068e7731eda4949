import { ApiProperty } from '@nestjs/swagger';
import { AreIds } from '../fields.js';
import type { PersonId, UnitId } from '../values.js';

/** What the asker may know by name of what was asked for. What has no name here is shown by none. */
export class Names {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly units!: Readonly<Record<UnitId, string>>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly people!: Readonly<Record<PersonId, string>>;
}

/** So many units, and as many people. */
export const NAMES_LIMIT = 200;

/** What units and people are called today, or were when they were last there. */
export class ReadNames {
  static readonly subject = 'directory.read-names';
  static readonly reply = Names;
  @AreIds(0, NAMES_LIMIT) readonly units!: UnitId[];
  @AreIds(0, NAMES_LIMIT) readonly people!: PersonId[];
}
