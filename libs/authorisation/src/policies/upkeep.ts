import type { Grants } from '../policy.js';
import { command, query } from './groups.js';

const operator = command({ operator: 'everything' }, 'not-the-operator');

/** What operators do about a service that reacts to events and makes rows of them. They see no content. */
export const upkeepOf = (service: string): Grants => ({
  [`${service}.requeue-dead-letter`]: operator,
  [`${service}.drop-dead-letter`]: operator,
  [`${service}.rebuild-projection`]: operator,
  [`${service}.find-dead-letters`]: query({ operator: 'everything' }),
});
