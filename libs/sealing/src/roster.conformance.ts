import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import type { Roster } from './roster.js';

const somebody = (): PersonId => randomUUID() as string as PersonId;

/** What every roster must do. `make` gives one in which nobody is, `end` is called with each at its end. */
export const keepsNumbers = (
  make: () => Promise<Roster>,
  end: (roster: Roster) => Promise<void> = () => Promise.resolve(),
): void => {
  let roster: Roster;
  beforeEach(async () => {
    roster = await make();
  });
  afterEach(() => end(roster));

  describe('a roster number', () => {
    it('is nobody’s until it is claimed, and then always of the same person', async () => {
      expect(await roster.find('R1')).toBeUndefined();
      const person = await roster.claim('R1');
      expect(await roster.claim('R1')).toBe(person);
      expect(await roster.find('R1')).toBe(person);
      expect(await roster.claim('R2')).not.toBe(person);
    });

    it('is of one person, however many claim it at once', async () => {
      const claimed = await Promise.all(Array.from({ length: 20 }, () => roster.claim('R1')));
      expect(new Set([...claimed, await roster.find('R1')]).size).toBe(1);
    });

    it('has an id that another installation does not draw', async () => {
      const elsewhere = await make();
      expect(await elsewhere.claim('R1')).not.toBe(await roster.claim('R1'));
      await end(elsewhere);
    });

    it('is whose the log says, whatever was claimed, and it is remembered how far that was read', async () => {
      expect(await roster.readUpTo()).toBe(START);
      const [known, other] = [somebody(), somebody()];
      await roster.claim('R1');
      const found = [
        { rosterNumber: 'R1', person: known },
        { rosterNumber: '王-2', person: other },
      ];
      await roster.recall(found, '7' as Position);
      expect([await roster.find('R1'), await roster.claim('王-2')]).toEqual([known, other]);
      expect(await roster.readUpTo()).toBe('7');
      await roster.recall([], '9' as Position);
      expect([await roster.find('R1'), await roster.readUpTo()]).toEqual([known, '9']);
    });
  });
};
