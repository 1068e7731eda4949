import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import type { Roster } from './roster.js';

const somebody = (): PersonId => randomUUID() as string as PersonId;

/** What every roster must do. `make` gives one in which nobody is, `end` is called with each at its end. */
export const keepsNumbers = (make: () => Roster, end: (roster: Roster) => void = () => undefined): void => {
  let roster: Roster;
  beforeEach(() => {
    roster = make();
  });
  afterEach(() => {
    end(roster);
  });

  describe('a roster number', () => {
    it('is nobody’s until it is claimed, and then always of the same person', () => {
      expect(roster.find('R1')).toBeUndefined();
      const person = roster.claim('R1');
      expect(roster.claim('R1')).toBe(person);
      expect(roster.find('R1')).toBe(person);
      expect(roster.claim('R2')).not.toBe(person);
    });

    it('has an id that another installation does not draw', () => {
      const elsewhere = make();
      expect(elsewhere.claim('R1')).not.toBe(roster.claim('R1'));
      end(elsewhere);
    });

    it('is whose the log says, whatever was claimed, and it is remembered how far that was read', () => {
      expect(roster.readUpTo()).toBe(START);
      const [known, other] = [somebody(), somebody()];
      roster.claim('R1');
      roster.recall(
        [
          { rosterNumber: 'R1', person: known },
          { rosterNumber: '王-2', person: other },
        ],
        '7' as Position,
      );
      expect([roster.find('R1'), roster.claim('王-2'), roster.readUpTo()]).toEqual([known, other, '7']);
      roster.recall([], '9' as Position);
      expect([roster.find('R1'), roster.readUpTo()]).toEqual([known, '9']);
    });
  });
};
