import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Instant, Position } from './values.js';

/** How far the rows have come that are being made anew beside those in use, and how many events are left. */
export class RebuildHealth {
  @ApiProperty({ enum: ['running', 'failed'] }) readonly state!: 'running' | 'failed';
  @ApiProperty({ type: String }) readonly position!: Position;
  @ApiProperty({ type: 'integer' }) readonly lag!: number;
}

/** How far a read model has come, and how many events it is behind. */
export class ProjectionHealth {
  @ApiProperty({ type: String }) readonly name!: string;
  @ApiProperty({ type: String }) readonly position!: Position;
  @ApiProperty({ type: 'integer' }) readonly lag!: number;
  /** While its rows are made anew, or after that did not succeed; absent otherwise. */
  @ApiProperty({ type: RebuildHealth, required: false }) readonly rebuild?: RebuildHealth;
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
  /** What was due at the last look and did not succeed; 1 while the timer itself is late. */
  @ApiProperty({ type: 'integer' }) readonly overdue!: number;
}

export const TROUBLES = [
  'store-cannot-be-read',
  'store-cannot-be-written',
  'rows-cannot-be-read',
  'broker-does-not-answer',
  'projection-is-behind',
  'relay-is-behind',
  'reaction-is-behind',
  'timer-is-late',
] as const;

/** Why a service is not ready. */
export class Trouble {
  @ApiProperty({ enum: TROUBLES }) readonly what!: (typeof TROUBLES)[number];
  /** Of the projection, reaction or timer. */
  @ApiProperty({ type: String, required: false }) readonly name?: string;
  /** For how long something has waited. */
  @ApiProperty({ type: 'integer', required: false }) readonly seconds?: number;
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
  /** None while it is ready. */
  @ApiProperty({ type: [Trouble] }) readonly troubles!: readonly Trouble[];
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
