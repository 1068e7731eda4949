import type { Recorded } from '@redress/contracts/event';

/** Where the relay of a service publishes an event: `events.intake.opinion.OpinionListed`. */
export const subjectOf = (service: string, { stream, type }: Pick<Recorded, 'stream' | 'type'>): string =>
  `events.${service}.${stream.slice(0, stream.indexOf('-'))}.${type}`;
