import { expect, it } from '@jest/globals';
import type { ServiceHealth } from '@redress/contracts/health';
import type { Position } from '@redress/contracts/values';
import { statusText } from './show-status.js';

const at = (place: number): Position => String(place).padStart(6, '0') as Position;

const intake: ServiceHealth = {
  service: 'intake',
  last: at(160),
  projections: [
    { name: 'desk', position: at(158), lag: 2 },
    { name: 'receipts', position: at(159), lag: 1 },
  ],
  relay: { position: at(156), lag: 4 },
  reactions: [
    { name: 'tell', pending: 5, deadLetters: 1 },
    { name: 'tell-duplicates', pending: 2, deadLetters: 0 },
  ],
  rssBytes: 125 * 1_048_576,
  uptimeSeconds: 65,
};
const audit: ServiceHealth = {
  service: 'audit',
  last: '' as Position,
  projections: [],
  reactions: [],
  rssBytes: 120 * 1_048_576,
  uptimeSeconds: 3,
};
const held = { services: [{ service: 'intake', events: 155, last: at(156), wholeUpTo: at(154) }] };

it('shows what each service holds, how far it is behind, and what it takes of the machine', () => {
  const text = statusText({ ready: true, missing: [], services: [intake, audit], audit: held });
  expect(text.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    [
      'service',
      'events',
      'audited',
      'models behind',
      'relay behind',
      'waiting',
      'given up',
      'memory',
      'up for',
    ],
    ['intake', '160', '154', '3', '4', '7', '1', '125 MB', '2 min'],
    ['audit', '–', '–', '–', '–', '–', '–', '120 MB', '3 s'],
    [''],
    ['Everything answers.'],
  ]);
});

it('says what does not answer, and what cannot be known just now', () => {
  const unknown = { ...intake, reactions: [{ name: 'tell' }] };
  const text = statusText({ ready: false, missing: ['audit', 'directory'], services: [unknown] });
  expect(text).toMatch(/^intake +160 +– +3 +4 +\? +\? /m);
  expect(text).toMatch(/Does not answer: audit, directory\.$/);
});
