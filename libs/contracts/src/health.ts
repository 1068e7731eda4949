import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Instant, Position } from './values.js';

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

/** When a timer last looked at what is due, how long that took, and what all looks since the start came to. */
export class TimerHealth {
  @ApiProperty({ type: String }) readonly name!: string;
  /** 0 while it is switched off. */
  @ApiProperty({ type: Number }) readonly everySeconds!: number;
  @ApiProperty({ type: 'integer' }) readonly ticks!: number;
  @ApiProperty({ type: 'integer' }) readonly done!: number;
  /** With how much it did not succeed; each is tried again with the next look. */
  @ApiProperty({ type: 'integer' }) readonly failed!: number;
  /** Absent before the first look, which waits until its read model is as far as the log. */
  @ApiProperty({ type: String, required: false }) readonly lastTickAt?: Instant;
  @ApiProperty({ type: 'integer', required: false }) readonly lastTickMs?: number;
}

/** How a service is; nothing of what people wrote. */
export class ServiceHealth {
  @ApiProperty({ type: String }) readonly service!: string;
  /** The position of the last event in its store. */
  @ApiProperty({ type: String }) readonly last!: Position;
  @ApiProperty({ type: [ProjectionHealth] }) readonly projections!: readonly ProjectionHealth[];
  @ApiProperty({ type: RelayHealth, required: false }) readonly relay?: RelayHealth;
  @ApiProperty({ type: [ReactionHealth] }) readonly reactions!: readonly ReactionHealth[];
  /** Absent for a service that has none. */
  @ApiProperty({ type: [TimerHealth], required: false }) readonly timers?: readonly TimerHealth[];
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
