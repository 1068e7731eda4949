import { expect, it } from '@jest/globals';
import { type Category, type Event, lifted, versioned } from '../event.js';
import { checklistEvents } from './checklist.events.js';
import { checklistExamples } from './checklist.examples.js';
import { checklistIdOf, teamIdOf } from './ids.js';
import { interestEvents } from './interest.events.js';
import { interestExamples } from './interest.examples.js';
import { roundEvents } from './round.events.js';
import { roundExamples } from './round.examples.js';
import { teamEvents } from './team.events.js';
import { teamExamples } from './team.examples.js';
import { visitEvents } from './visit.events.js';
import { visitExamples } from './visit.examples.js';

const comesBack = <E extends Event>(category: Category<E>, examples: Readonly<Record<string, E>>): void => {
  it.each(Object.values(examples))('$type comes back from the store as it went', (event) => {
    const stored = versioned(category, event);
    expect(lifted(category, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
  });
};

comesBack(teamEvents, teamExamples);
comesBack(interestEvents, interestExamples);
comesBack(checklistEvents, checklistExamples);
comesBack(roundEvents, roundExamples);
comesBack(visitEvents, visitExamples);

// These are in the log for ever: a code has the id that it had.
it('makes the ids that it always made', () => {
  expect(teamIdOf('督查一组')).toBe('09b4480e-1571-50c4-9a99-5f970d314aa9');
  expect(checklistIdOf('look-back')).toBe('d4464559-8044-53d3-8ec7-ecc8ac14fc74');
});
