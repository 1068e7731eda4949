import type { ReadingId } from '../values.js';
import { personId } from './organisation.examples.js';
import type { ReadingEvent } from './reading.events.js';
import type { RecordReading } from './readings.js';

const readingId = '0190a5c4-3333-7aaa-8aaa-0000000000e1' as ReadingId;

export const read = {
  readingId,
  route: 'GET /api/opinions/:opinionId',
  question: 'intake.see-opinion',
  people: [personId],
  matters: [],
} satisfies RecordReading;

export const shown = { type: 'PersonalDataShown', data: read } satisfies ReadingEvent;
