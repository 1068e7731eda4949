import { expect, it } from '@jest/globals';
import { versioned } from '@redress/contracts/event';
import { overrideId } from '@redress/contracts/inspection/interest.examples';
import {
  inspector,
  leadUnit,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { unrecused } from '@redress/contracts/rectification/recusal.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import { fold } from '@redress/eventsourcing/aggregate';
import { belongingTo, independent, lately } from './standing.examples.js';
import { type AssignedTask, tasks } from './task.js';
import { whatKeeps } from './who.js';

const task = fold(tasks, [versioned(tasks, assigned)]) as AssignedTask;

it('keeps nobody from judging against whom nothing is known', () => {
  expect(whatKeeps(inspector, independent, task)).toBeUndefined();
  expect(whatKeeps(inspector, lately(strangeUnit), task)).toBeUndefined();
});

it('keeps whoever is to stay out of what concerns one of the units', () => {
  expect(whatKeeps(inspector, lately(leadUnit), task)).toBe('is-recused');
  expect(whatKeeps(inspector, lately(supportingUnit), task)).toBe('is-recused');
  expect(whatKeeps(inspector, lately(leadUnit, overrideId), task)).toBeUndefined();
});

it('says first what holds without a look back, which nobody lets pass', () => {
  const { recusal } = lately(leadUnit, overrideId);
  expect(whatKeeps(inspector, { ...belongingTo(leadUnit), recusal }, task)).toBe('of-a-responsible-unit');
  expect(whatKeeps({ role: 'inspection' }, { units: [], recusal: undefined }, task)).toBe('is-unnamed');
});

it('keeps whoever could not be asked about, and of every unit that came to the task since', () => {
  expect(whatKeeps(inspector, { units: [], recusal: undefined }, task)).toBe('is-recused');
  const before = { ...unrecused, units: [leadUnit] };
  expect(whatKeeps(inspector, { units: [], recusal: before }, task)).toBe('is-recused');
});
