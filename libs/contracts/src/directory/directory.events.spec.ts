import { expect, it } from '@jest/globals';
import { type Category, type Event, lifted, versioned } from '../event.js';
import { postIdOf, unitIdOf } from './ids.js';
import { personEvents, postEvents, unitEvents } from './organisation.events.js';
import { personExamples, postExamples, unitExamples } from './organisation.examples.js';
import { tokenEvents } from './token.events.js';
import { tokenExamples } from './token.examples.js';

const comesBack = <E extends Event>(category: Category<E>, examples: Readonly<Record<string, E>>): void => {
  it.each(Object.values(examples))('$type comes back from the store as it went', (event) => {
    const stored = versioned(category, event);
    expect(lifted(category, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
  });
};

comesBack(unitEvents, unitExamples);
comesBack(postEvents, postExamples);
comesBack(personEvents, personExamples);
comesBack(tokenEvents, tokenExamples);

// These are in the log for ever: a code has the id that it had.
it('makes the ids that it always made', () => {
  expect(unitIdOf('A3区')).toBe('a398b1ba-9423-537f-ab5f-cedf50159f74');
  expect(postIdOf('A3区')).toBe('5df5b2c2-d130-54d5-b4c9-d336f60b9106');
});
