import type { Actor } from '@redress/contracts/envelope';
import { type Opinion, opinions } from './opinion.js';

/** The opinion as whoever acts may know of it: to a post that it is not addressed to it is as if nobody had sent it. */
export const asSeenBy =
  <Decided>({ role, post }: Actor, decide: (opinion: Opinion) => Decided) =>
  (opinion: Opinion): Decided =>
    role !== 'unit' || opinion.status === 'unsent' || (post !== undefined && post === opinion.addressedTo)
      ? decide(opinion)
      : decide(opinions.initial);
