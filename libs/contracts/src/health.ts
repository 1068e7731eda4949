import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Position } from './values.js';

/** How far a read model has come, and how many events it is behind. */
export class ProjectionHealth {
  @ApiProperty({ type: String }) readonly name!: string;
  @ApiProperty({ type: String }) readonly position!: Position;
  @ApiProperty({ type: 'integer' }) readonly lag!: number;
}

/** How far the relay has published, and how many events it is behind. */
export class RelayHealth {
  @ApiProperty({ type: String }) readonly position!: Position;
  @ApiProperty({ type: 'integer' }) readonly lag!: number;
}

/** How many events wait for a reaction, and how many were given up. Absent while the broker cannot be asked. */
export class ReactionHealth {
  @ApiProperty({ type: String }) readonly name!: string;
  @ApiProperty({ type: 'integer', required: false }) readonly pending?: number;
  @ApiProperty({ type: 'integer', required: false }) readonly deadLetters?: number;
}

/** How a service is; nothing of what people wrote. */
export class ServiceHealth {
  @ApiProperty({ type: String }) readonly service!: string;
  /** The position of the last event in its store. */
  @ApiProperty({ type: String }) readonly last!: Position;
  @ApiProperty({ type: [ProjectionHealth] }) readonly projections!: readonly ProjectionHealth[];
  @ApiProperty({ type: RelayHealth, required: false }) readonly relay?: RelayHealth;
  @ApiProperty({ type: [ReactionHealth] }) readonly reactions!: readonly ReactionHealth[];
  @ApiProperty({ type: 'integer' }) readonly rssBytes!: number;
  @ApiProperty({ type: 'integer' }) readonly uptimeSeconds!: number;
}

/** The query for the health of a service, a class for each as each has its own subject. */
export const healthOf = (service: string) => {
  @ApiSchema({ name: `Health of ${service}` })
  class Health {
    static readonly subject = `${service}.health`;
    static readonly reply = ServiceHealth;
  }
  return Health;
};
