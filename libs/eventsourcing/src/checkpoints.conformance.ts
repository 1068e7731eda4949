import { describe, expect, it } from '@jest/globals';
import { type Position, START } from '@redress/contracts/values';
import type { Checkpoints } from './checkpoints.js';

export type CheckpointsHome = {
  /** None of any name. */
  readonly open: () => Checkpoints | Promise<Checkpoints>;
  /** The same, as a second process would open them. */
  readonly another: (checkpoints: Checkpoints) => Checkpoints | Promise<Checkpoints>;
};

/** What every home of checkpoints must do. */
export const keepsCheckpoints = (name: string, { open, another }: CheckpointsHome): void => {
  describe(name, () => {
    it('remembers the last position of each name, whoever asks', async () => {
      const checkpoints = await open();
      expect(await checkpoints.positionOf('relay')).toBe(START);
      await checkpoints.note('relay', '1' as Position);
      await checkpoints.note('relay', '2' as Position);
      await checkpoints.note('other', '7' as Position);
      const again = await another(checkpoints);
      expect(await again.positionOf('relay')).toBe('2');
      expect(await again.positionOf('other')).toBe('7');
      await again.note('relay', '1' as Position);
      expect(await checkpoints.positionOf('relay')).toBe('1');
    });
  });
};
