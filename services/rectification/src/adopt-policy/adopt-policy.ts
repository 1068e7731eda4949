import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { AdoptionRejection, AdoptPolicy } from '@redress/contracts/rectification/adopt-policy';
import type { PolicyFigures } from '@redress/contracts/rectification/policy';
import type { FiguresOfEvent, PolicyEvent } from '@redress/contracts/rectification/policy.events';
import { type Day, WEEKDAYS } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Adopted, PolicyBook } from '../policy/book.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { isOffice } from '../task/who.js';

/** The office adopts figures that hold from a day on, at the earliest the same day: a policy does not reach back. */
export const adoptPolicy =
  ({ policyId, from, reason, ...said }: AdoptPolicy, actor: Actor, today: Day) =>
  (book: PolicyBook): Decision<PolicyEvent, AdoptionRejection> => {
    if (!isOffice(actor)) return reject('not-the-office');
    // As it is kept: without the classes of its parts.
    const policy = JSON.parse(JSON.stringify(said)) as FiguresOfEvent;
    const before = book.adopted.find(({ id }) => id === policyId);
    if (before) return saysTheSame(before, { from, reason, policy }) ? [] : reject('policy-id-is-taken');
    if (from < today) return reject('reaches-back');
    if (isNamedTwice(policy.taskTypes) || isNamedTwice(policy.severities)) return reject('named-twice');
    const former = [DEFAULT_POLICY, ...book.adopted.map((adopted) => adopted.policy)];
    if (former.some((one) => changesMeaning(one, policy))) return reject('name-changes-meaning');
    const { base, weeklyOff = [] } = policy.calendar;
    if (base === 'china' && weeklyOff.length > 0) return reject('week-off-is-official');
    if (weeklyOff.length === WEEKDAYS.length) return reject('no-day-is-worked');

    const version = `policy ${String(book.adopted.length + 1)}`;
    return [{ type: 'PolicyAdopted', data: { policyId, version, from, reason, policy } }];
  };

type Said = Pick<Adopted, 'from' | 'reason'> & { readonly policy: PolicyFigures };

const saysTheSame = (before: Adopted, { from, reason, policy }: Said): boolean =>
  isDeepStrictEqual(
    [before.from, before.reason, before.policy],
    [from, reason, { ...policy, version: before.policy.version }],
  );

type Named = { readonly name: string; readonly en: string; readonly zh: string };

const isNamedTwice = (list: readonly Named[]): boolean =>
  new Set(list.map(({ name }) => name)).size < list.length;

/** What was recorded under a name is read by that name: it may be left out, but stands for nothing else, in no other order. */
const changesMeaning = (before: PolicyFigures, after: PolicyFigures): boolean =>
  isCalledOtherwise(before.taskTypes, after.taskTypes) ||
  isCalledOtherwise(before.severities, after.severities) ||
  !isDeepStrictEqual(
    namesIn(before.severities, after.severities),
    namesIn(after.severities, before.severities),
  );

const isCalledOtherwise = (before: readonly Named[], after: readonly Named[]): boolean =>
  after.some(({ name, en, zh }) =>
    before.some((one) => one.name === name && (one.en !== en || one.zh !== zh)),
  );

/** In the order of the first list, the names that are in both. */
const namesIn = (list: readonly Named[], other: readonly Named[]): readonly string[] =>
  list.map(({ name }) => name).filter((name) => other.some((one) => one.name === name));
