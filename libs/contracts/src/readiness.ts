import { ApiProperty } from '@nestjs/swagger';
import { ServiceHealth } from './health.js';

/** Whether everything that the gateway needs answers; `missing` names what does not. */
export class Readiness {
  @ApiProperty({ type: Boolean }) readonly ready!: boolean;
  @ApiProperty({ type: [String] }) readonly missing!: readonly string[];
}

/** How all services are; nothing of what people wrote. */
export class Status extends Readiness {
  @ApiProperty({ type: [ServiceHealth] }) readonly services!: readonly ServiceHealth[];
}
