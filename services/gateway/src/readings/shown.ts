import { FindCaseHistory } from '@redress/contracts/audit/case-history';
import { type AuditedEvent, ListEvents } from '@redress/contracts/audit/audited-event';
import { ReadNames } from '@redress/contracts/directory/names';
import { ListPosts } from '@redress/contracts/directory/posts';
import { FindByNumber } from '@redress/contracts/directory/standing';
import { ReadAccount } from '@redress/contracts/identity/accounts';
import {
  ListRegistrations,
  type RegistrationRow,
  SeeRegistration,
} from '@redress/contracts/identity/registrations';
import { CheckRecusal } from '@redress/contracts/inspection/recusal';
import { ListInterests, ListOverrides } from '@redress/contracts/inspection/interest-list';
import { ReadVisitEntries } from '@redress/contracts/inspection/visit-items';
import { FindMyOpinions } from '@redress/contracts/intake/my-opinions';
import { FindOpinions, type OpinionRow, SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import type { Query } from '@redress/contracts/query';
import type { MatterId, PersonId } from '@redress/contracts/values';

/** Whose data an answer shows, and where that is not in it, in what it stands. */
export type Shown = { readonly people: readonly PersonId[]; readonly matters?: readonly MatterId[] };

type Showing = readonly [subject: string, shown: (reply: never) => Shown];

const showing = <Reply extends object>(
  { subject }: Pick<Query<object, Reply>, 'subject' | 'reply'>,
  shown: (reply: Reply) => Shown,
): Showing => [subject, shown];

const submittersOf = (rows: readonly OpinionRow[]): Shown => ({
  people: rows.flatMap(({ submitter }) => submitter ?? []),
});

/** The fields in which an event says whose it is; whom inspectors met is known by the entry. */
const WHOSE = ['personId', 'submitter', 'person'] as const;

const ownerIn = ({ data }: AuditedEvent): PersonId | undefined =>
  WHOSE.map((field) => data[field]).find((id) => typeof id === 'string') as PersonId | undefined;

/** Of a stream, the first event may say whose all of it is. */
const ownersIn = (events: readonly AuditedEvent[]): Shown => {
  const personal = events.filter((event) => event.personal !== undefined);
  const owners = new Map(
    events.map((event) => [event.stream, ownerIn(event)] as const).filter(([, id]) => id),
  );
  const of = (event: AuditedEvent): PersonId | undefined => ownerIn(event) ?? owners.get(event.stream);
  return {
    people: personal.flatMap((event) => of(event) ?? []),
    matters: personal.filter((event) => !of(event)).map(({ stream }) => stream.slice(-36) as MatterId),
  };
};

const people = (rows: readonly { readonly person: PersonId }[]): Shown => ({
  people: rows.map(({ person }) => person),
});

/** Who asks to be registered is nobody that is known yet: it is said in which request they stand. */
const askersOf = (rows: readonly RegistrationRow[]): Shown => ({
  people: [],
  matters: rows.filter(({ name }) => name !== undefined).map(({ id }) => id as string as MatterId),
});

/** What of the answers to queries is about identified people, by the query: whatever route asks it. */
export const SHOWN: ReadonlyMap<string, (reply: never) => Shown> = new Map([
  showing(FindOpinions, ({ rows }) => submittersOf(rows)),
  showing(SeeOpinion, (row) => submittersOf([row])),
  showing(FindMyOpinions, ({ rows }) => submittersOf(rows)),
  showing(ListPosts, ({ rows }) =>
    people(rows.flatMap(({ holders }) => holders).filter(({ name }) => name !== undefined)),
  ),
  showing(ReadNames, ({ people: named }) => ({ people: Object.keys(named) as PersonId[] })),
  showing(FindByNumber, (found) => people([found])),
  showing(ReadAccount, (account) => people([account])),
  showing(ListRegistrations, ({ rows }) => askersOf(rows)),
  showing(SeeRegistration, (row) => ({
    ...askersOf([row]),
    people: row.registered === undefined ? [] : [row.registered],
  })),
  showing(FindCaseHistory, ({ entries }) => ownersIn(entries)),
  showing(ListEvents, ({ rows }) => ownersIn(rows)),
  showing(ReadVisitEntries, ({ rows }) => ({
    people: rows.filter(({ name }) => name !== undefined).map(({ entryId }) => entryId as string as PersonId),
  })),
  showing(ListInterests, ({ rows }) => people(rows)),
  showing(ListOverrides, ({ rows }) => people(rows)),
  showing(CheckRecusal, (check) => people([check])),
]);
