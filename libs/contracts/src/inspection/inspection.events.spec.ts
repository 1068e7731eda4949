import { expect, it } from '@jest/globals';
import { type Category, type Event, lifted, versioned } from '../event.js';
import { checklistEvents } from './checklist.events.js';
import { checklistExamples } from './checklist.examples.js';
import { draftId, findingId } from './finding-commands.examples.js';
import { issueIdOfFinding, taskIdOfFinding } from './finding-ids.js';
import { findingEvents } from './finding.events.js';
import { findingExamples } from './finding.examples.js';
import { checklistIdOf, teamIdOf } from './ids.js';
import { interestEvents } from './interest.events.js';
import { interestExamples } from './interest.examples.js';
import { practiceEvents } from './practice.events.js';
import { practiceExamples } from './practice.examples.js';
import { reportEvents } from './report.events.js';
import { reportExamples } from './report.examples.js';
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
comesBack(findingEvents, findingExamples);
comesBack(practiceEvents, practiceExamples);
comesBack(reportEvents, reportExamples);

// These are in the log for ever: a code has the id that it had.
it('makes the ids that it always made', () => {
  expect(teamIdOf('督查一组')).toBe('09b4480e-1571-50c4-9a99-5f970d314aa9');
  expect(checklistIdOf('look-back')).toBe('d4464559-8044-53d3-8ec7-ecc8ac14fc74');
  expect(draftId).toBe('56da78ff-8fbc-54b1-8c37-20b1ddb52f51');
  expect(issueIdOfFinding(findingId)).toBe('f3d513fe-95a0-5226-bb4d-478a15bd52f7');
  expect(taskIdOfFinding(findingId)).toBe('d1fa261d-d7fc-586e-95e6-76cb647ac78a');
});
