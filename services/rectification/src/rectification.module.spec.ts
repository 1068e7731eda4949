import { expect, it } from '@jest/globals';
import { handledBy, publishedFor } from '@redress/hosting/subjects.examples';
import { RectificationModule } from './rectification.module.js';

it('answers to every subject that is published for it, each once', async () => {
  const subjects = await publishedFor('rectification');
  expect(subjects.length).toBeGreaterThan(10);
  expect([...handledBy(RectificationModule)].sort()).toEqual([...subjects].sort());
});
