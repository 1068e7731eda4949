import type { TaskRow } from '@redress/contracts/rectification/ledger';
import type { Instant } from '@redress/contracts/values';
import type { Text } from '@redress/edge/texts/text';
import type { Reading } from './columns.js';
import { AND, CARDS, COLOURS, EXTENSIONS, IS, RULES, SAID, STEP_STATUSES, STEPS } from './words.js';

/** The parts of a line that there are. */
const line = (parts: readonly (string | undefined)[], { language }: Reading): string =>
  parts.filter((part) => part !== undefined && part !== '').join(AND[language]);

const said = (what: Text, value: string | undefined, { language }: Reading): string | undefined =>
  value && `${what[language]}${IS[language]}${value}`;

type Dated = { readonly at: Instant };

/** What was written one after the other, a line each, with the day on which it was. */
const inOrder = <Entry extends Dated>(
  entries: Readonly<Record<string, Entry>>,
  reading: Reading,
  partsOf: (entry: Entry) => readonly (string | undefined)[],
): string =>
  Object.values(entries)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map((entry) => line([reading.clock.dayOf(entry.at), ...partsOf(entry)], reading))
    .join('\n');

export const measuresOf = ({ measures }: TaskRow, reading: Reading): string =>
  Object.values(measures)
    .toSorted((one, other) => (one.due < other.due ? -1 : 1))
    .map(({ what, criterion, person, due, doneAt }, index) => {
      const parts = [
        said(SAID.criterion, criterion, reading),
        said(SAID.by, reading.names.person(person), reading),
        said(SAID.due, due, reading),
        said(SAID.done, doneAt && reading.clock.dayOf(doneAt), reading),
      ];
      return `${String(index + 1)}. ${line([what, ...parts], reading)}`;
    })
    .join('\n');

export const progressOf = ({ progress }: TaskRow, reading: Reading): string =>
  inOrder(progress, reading, ({ unit, text }) => [reading.names.unit(unit), text]);

export const extensionsOf = ({ extensions }: TaskRow, reading: Reading): string =>
  inOrder(extensions, reading, ({ status, deadline, until, reason, answer }) => [
    `${deadline} → ${until}`,
    EXTENSIONS[status][reading.language],
    reason,
    answer?.reason,
  ]);

export const evidenceOf = ({ evidence }: TaskRow, reading: Reading): string =>
  inOrder(evidence, reading, ({ unit, note, file }) => [
    reading.names.unit(unit),
    note,
    said(SAID.file, file?.name, reading),
  ]);

export const verificationOf = ({ closeOuts }: TaskRow, reading: Reading): string => {
  const answers = Object.entries(closeOuts).flatMap(([id, { answer }]) =>
    answer ? [[id, answer] as const] : [],
  );
  return inOrder(Object.fromEntries(answers), reading, ({ by, seen, where, on, missing }) => [
    (missing === undefined ? SAID.verified : SAID.rejected)[reading.language],
    reading.names.person(by),
    seen ?? missing,
    said(SAID.where, where, reading),
    said(SAID.on, on, reading),
  ]);
};

export const cardsOf = ({ cards, escalations }: TaskRow, reading: Reading): string => {
  const { language } = reading;
  return [
    inOrder(cards, reading, ({ colour, rule, status }) => [
      COLOURS[colour][language],
      RULES[rule][language],
      CARDS[status][language],
    ]),
    inOrder(escalations, reading, ({ kind, status }) => [
      STEPS[kind][language],
      STEP_STATUSES[status][language],
    ]),
  ]
    .filter((lines) => lines !== '')
    .join('\n');
};
