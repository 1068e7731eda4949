import { expect, it } from '@jest/globals';
import type { ServiceHealth } from '@redress/contracts/health';
import type { Position } from '@redress/contracts/values';
import { lagText } from './lag.js';

const at = (place: number): Position => String(place).padStart(6, '0') as Position;

const intake = {
  service: 'intake',
  last: at(200),
  projections: [
    { name: 'desk', position: at(198), lag: 2 },
    { name: 'mine', position: at(200), lag: 0, rebuild: { state: 'running', position: at(50), lag: 150 } },
    {
      name: 'old',
      position: at(200),
      lag: 0,
      rebuild: { state: 'failed', position: '' as Position, lag: 200 },
    },
  ],
  relay: { position: at(196), lag: 4 },
  reactions: [{ name: 'tell', pending: 5, deadLetters: 1 }, { name: 'follow' }],
} as unknown as ServiceHealth;

it('has a line for whoever follows a log, and says how far a rebuild is, and what is not known', () => {
  const lines = lagText({ services: [intake] }).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['service', 'what', 'name', 'behind', 'given up'],
    ['intake', 'relay', '4'],
    ['intake', 'projection', 'desk', '2'],
    ['intake', 'projection', 'mine', '0', 'rebuild: 25 %'],
    ['intake', 'projection', 'old', '0', 'rebuild: failed'],
    ['intake', 'reaction', 'tell', '5', '1'],
    ['intake', 'reaction', 'follow', '?', '?'],
  ]);
});
