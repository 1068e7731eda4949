import { ApiProperty } from '@nestjs/swagger';
import { ServiceHealth, Trouble } from './health.js';

/** What is wrong, and with which service; `gateway` for the gateway itself. */
export class ServiceTrouble extends Trouble {
  @ApiProperty({ type: String }) readonly service!: string;
}

/** Whether everything is as it should be. What is not is for the operator: `missing` does not answer at all. */
export class Readiness {
  @ApiProperty({ type: Boolean }) readonly ready!: boolean;
  @ApiProperty({ type: [String], required: false }) readonly missing?: readonly string[];
  @ApiProperty({ type: [ServiceTrouble], required: false }) readonly troubles?: readonly ServiceTrouble[];
}

/** How all services are; nothing of what people wrote. */
export class Status {
  @ApiProperty({ type: Boolean }) readonly ready!: boolean;
  @ApiProperty({ type: [String] }) readonly missing!: readonly string[];
  @ApiProperty({ type: [ServiceTrouble] }) readonly troubles!: readonly ServiceTrouble[];
  @ApiProperty({ type: [ServiceHealth] }) readonly services!: readonly ServiceHealth[];
}
