import type { ReadingEvent } from '@redress/contracts/directory/reading.events';
import type { ReadingRejection, RecordReading } from '@redress/contracts/directory/readings';
import type { Actor } from '@redress/contracts/envelope';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Reading } from '../reading/reading.js';

/** Whoever is shown what is somebody's says who they are. */
export const recordReading =
  ({ readingId, route, question, people, matters }: RecordReading, { person, role }: Actor) =>
  ({ status }: Reading): Decision<ReadingEvent, ReadingRejection> => {
    if (person === undefined && role !== 'operator') return reject('nobody-who-reads');
    if (status === 'recorded') return [];
    return [{ type: 'PersonalDataShown', data: { readingId, route, question, people, matters } }];
  };
