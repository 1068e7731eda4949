import { expect, it } from '@jest/globals';
import { handledBy, publishedFor } from '@redress/hosting/subjects.examples';
import { InspectionModule } from './inspection.module.js';

it('answers to every subject that is published for it, each once', async () => {
  const subjects = await publishedFor('inspection');
  expect(subjects.length).toBeGreaterThan(10);
  expect([...handledBy(InspectionModule)].sort()).toEqual([...subjects].sort());
});
