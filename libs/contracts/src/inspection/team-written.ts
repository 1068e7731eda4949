import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { IsId } from '../fields.js';
import type { PersonId, UnitId } from '../values.js';

/** A member of the team and one of its units for which that member may not act. */
export class RecusedMember {
  @IsId() readonly person!: PersonId;
  @IsId() readonly unit!: UnitId;
}

/** A warning with it: these members are not to be named for visits to these units. */
export class TeamWritten extends Written {
  @ApiProperty({ type: [RecusedMember] }) readonly recused!: readonly RecusedMember[];
}
