import { readFileSync } from 'node:fs';
import { tableIn } from '@redress/eventsourcing/state-table';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The table under a heading of the README: for each line and column, what the cell says. */
export const tableUnder = (heading: string) => tableIn(README, heading);
