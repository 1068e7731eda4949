import { v5 as uuidOf } from 'uuid';
import type { CardId, Day, TaskId } from '../values.js';
import type { CardColour } from './words.js';

// Never changed: ids are in the log.
const CARDS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c20';

/**
 * The card of a colour that the timer draws for a deadline. A round is from an assignment, or a reopening, to the next.
 * Whoever draws it, and however often, it is the same card.
 */
export const timedCardIdOf = (taskId: TaskId, colour: CardColour, deadline: Day, round: number): CardId =>
  uuidOf(JSON.stringify([taskId, colour, deadline, round]), CARDS) as CardId;
