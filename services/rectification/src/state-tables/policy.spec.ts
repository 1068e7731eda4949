import { expect, it } from '@jest/globals';
import { officer, today } from '@redress/contracts/rectification/people.examples';
import type { PolicyEvent } from '@redress/contracts/rectification/policy.events';
import {
  holidaysLoaded,
  holidaysWithdrawn,
  load,
  withdraw,
} from '@redress/contracts/rectification/policy.examples';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { driven } from '@redress/eventsourcing/state-table';
import { loadHolidays, withdrawHolidays } from '../load-holidays/load-holidays.js';
import { type PolicyBook, policyBook } from '../policy/book.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { tableUnder } from './readme.examples.js';

type Named = { readonly name: string; readonly workingDays?: number };

const said = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((one: string | Named) => (typeof one === 'string' ? one : namedIn(one))).join(', ')
    : String(value);
const namedIn = ({ name, workingDays }: Named): string => [name, workingDays ?? []].flat().join(' ');

const figuresIn = (value: object, within = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([field, figure]: [string, unknown]) =>
      typeof figure === 'object' && figure !== null && !Array.isArray(figure)
        ? Object.entries(figuresIn(figure, `${within}${field}.`))
        : [[`${within}${field}`, said(figure)]],
    ),
  );

it('the README says every figure that holds until others are adopted', () => {
  const { version, ...figures } = DEFAULT_POLICY;
  const table = Object.entries(tableUnder('Policy')).map(([figure, row]) => [figure, row['default']]);
  expect(version).toBe('default 1');
  expect(Object.fromEntries(table)).toEqual(figuresIn(figures));
});

it('the README says what every command does to own holidays', () => {
  const { version, days } = holidaysLoaded.data;
  const statusOf = ({ holidays: [own] }: PolicyBook): string => {
    if (!own) return 'not loaded';
    return own.withdrawnFrom === undefined ? 'loaded' : 'withdrawn';
  };
  const withStatus = (book: PolicyBook) => ({ ...book, status: statusOf(book) });
  const book: Aggregate<ReturnType<typeof withStatus>, PolicyEvent> = {
    ...policyBook,
    initial: withStatus(policyBook.initial),
    evolve: (state, event) => withStatus(policyBook.evolve(state, event)),
  };
  const commands = {
    LoadHolidays: loadHolidays(load, { version, days }, officer, today),
    WithdrawHolidays: withdrawHolidays(withdraw, officer, today),
  };
  const histories = [[], [holidaysLoaded], [holidaysLoaded, holidaysWithdrawn]];
  expect(tableUnder('Own holidays')).toEqual(driven(book, commands, histories));
});
