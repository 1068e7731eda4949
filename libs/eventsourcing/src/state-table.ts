import { type Event, versioned } from '@redress/contracts/event';
import { type Aggregate, fold } from './aggregate.js';
import type { Decision } from './decision.js';

// How a table of states in the README of a service is compared with what its rules do.

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The table under a heading of this text: for each line and column, what the cell says. */
export const tableIn = (text: string, heading: string): Table => {
  const section = text.split('\n## ').find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const [[, ...columns] = [], , ...rows] = lines.map(cellsOf);
  return Object.fromEntries(
    rows.map(([name, ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, index) => [columns[index], cell])),
    ]),
  ) as Table;
};

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''));

type Commands<State, E> = Readonly<Record<string, (state: State) => Decision<E, string>>>;

/** What each command does in each status: where it leads, or why it is rejected. */
export const driven = <State extends { readonly status: string }, E extends Event>(
  aggregate: Aggregate<State, E>,
  commands: Commands<State, E>,
  histories: readonly (readonly E[])[],
  statusOf: (state: State) => string = ({ status }) => status,
): Table => {
  const states = histories.map((history) =>
    fold(
      aggregate,
      history.map((event) => versioned(aggregate, event)),
    ),
  );
  const cell = (state: State, decision: Decision<E, string>): string =>
    'rejected' in decision
      ? decision.rejected
      : `→ ${statusOf(decision.reduce((next, event) => aggregate.evolve(next, event), state))}`;
  return Object.fromEntries(
    Object.entries(commands).map(([name, decide]) => [
      name,
      Object.fromEntries(states.map((state) => [statusOf(state), cell(state, decide(state))])),
    ]),
  );
};
