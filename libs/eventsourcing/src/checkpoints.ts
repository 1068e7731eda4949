import { type Position, START } from '@redress/contracts/values';

/** The port to where a follower of the store notes how far it has come, durably, beside what it follows. */
export abstract class Checkpoints {
  /** START before anything was noted under the name. */
  abstract positionOf(name: string): Promise<Position>;
  abstract note(name: string, position: Position): Promise<void>;
}

export class InMemoryCheckpoints extends Checkpoints {
  private readonly positions = new Map<string, Position>();

  override positionOf(name: string): Promise<Position> {
    return Promise.resolve(this.positions.get(name) ?? START);
  }

  override note(name: string, position: Position): Promise<void> {
    this.positions.set(name, position);
    return Promise.resolve();
  }
}
