import { IsOneOf, IsReason } from '../fields.js';
import { CardRef } from './refs.js';
import { CARD_COLOURS, type CardColour } from './words.js';

export const DRAWING_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'officer-is-unnamed',
  'card-id-is-taken',
  'task-is-returned',
  'task-is-closed',
  'not-above-the-card-in-force',
] as const;
export type DrawingRejection = (typeof DRAWING_REJECTIONS)[number];

/** The office draws a card by hand, above what is in force, and says why: for more than a day that went by. */
export class DrawCard extends CardRef {
  static readonly subject = 'rectification.draw-card';
  static readonly rejections = DRAWING_REJECTIONS;
  @IsOneOf(CARD_COLOURS) readonly colour!: CardColour;
  @IsReason() readonly reason!: string;
}
