import { expect, it } from '@jest/globals';
import { dropped, requeued } from '@redress/contracts/upkeep/upkeep.examples';
import type { Instant } from '@redress/contracts/values';
import { specFor } from '@redress/eventsourcing/spec';
import { settledLetters, settleLetter } from './settle-letter.js';

const { given } = specFor(settledLetters);
const again = {
  ...requeued,
  data: { ...requeued.data, givenUpAt: '2026-03-21T08:00:00.000Z' as Instant },
};

it('writes down who did what about an event that was given up, and again when it was given up again', () => {
  given().when(settleLetter(requeued)).yields(requeued);
  given().when(settleLetter(dropped)).yields(dropped);
  given(requeued).when(settleLetter(again)).yields(again);
});

it('says nothing when it is done already, whether the letter still lies there or not', () => {
  given(requeued).when(settleLetter(requeued)).changesNothing();
  given(dropped).when(settleLetter(undefined)).changesNothing();
});

it('knows when there never was such a letter', () => {
  given().when(settleLetter(undefined)).isRejected('no-such-letter');
  expect(settledLetters.name).toBe('upkeep');
});
