import { expect, it } from '@jest/globals';
import { read, shown } from '@redress/contracts/directory/reading.examples';
import { head, officer } from '@redress/contracts/directory/organisation.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { readings } from '../reading/reading.js';
import { recordReading } from './record-reading.js';

const { given } = specFor(readings);

it('keeps that somebody was shown something about people, once', () => {
  given().when(recordReading(read, officer)).yields(shown);
  given(shown).when(recordReading(read, head)).changesNothing();
});

it('keeps nothing of whoever says not who they are', () => {
  given()
    .when(recordReading(read, { role: 'submitter' }))
    .isRejected('nobody-who-reads');
  given()
    .when(recordReading(read, { role: 'system' }))
    .isRejected('nobody-who-reads');
});

it('knows the operator, who may be a program', () => {
  given()
    .when(recordReading(read, { role: 'operator' }))
    .yields(shown);
  expect(JSON.stringify(shown.data)).not.toMatch(/name|text|title/);
});
