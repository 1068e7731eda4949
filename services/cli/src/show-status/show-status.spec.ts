import { expect, it } from '@jest/globals';
import { type ServiceHealth, TROUBLES } from '@redress/contracts/health';
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
  troubles: [],
};
const audit: ServiceHealth = {
  service: 'audit',
  last: '' as Position,
  projections: [],
  reactions: [],
  rssBytes: 120 * 1_048_576,
  uptimeSeconds: 3,
  troubles: [],
};
const held = { services: [{ service: 'intake', events: 155, last: at(156), wholeUpTo: at(154) }] };

it('shows what each service holds, how far it is behind, and what it takes of the machine', () => {
  const text = statusText({ ready: true, missing: [], troubles: [], services: [intake, audit], audit: held });
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
  const text = statusText({
    ready: false,
    missing: ['audit', 'directory'],
    troubles: [],
    services: [unknown],
  });
  expect(text).toMatch(/^intake +160 +– +3 +4 +\? +\? /m);
  expect(text).toMatch(/Does not answer: audit, directory\.$/);
});

it('says in words what is wrong with a service that answers', () => {
  const told = TROUBLES.map((what) => ({ service: 'intake', what, name: 'desk', seconds: 41 }));
  const text = statusText({ ready: false, missing: [], troubles: told, services: [intake] });
  expect(text.split('\n').slice(3)).toEqual([
    'intake: its events cannot be read.',
    'intake: nothing can be added to its events; perhaps the disk is full.',
    'intake: its rows cannot be read.',
    'intake: the broker does not answer it.',
    'intake: its read model desk is 41 s behind.',
    'intake: what it published is 41 s behind.',
    'intake: something waits for its reaction desk, which has done nothing for 41 s.',
    'intake: its timer desk does not look any more.',
  ]);
});
