import { type Block } from './model.js';
import { cell, cited, citedBy, heading, paragraph, table, type Writing, written } from './blocks.js';
import { filled, textOf } from './filled.js';
import { BETWEEN, CAPTIONS, COLUMNS, HEADINGS, SENTENCES } from './words.js';

/** Which round, when, by what method. */
export const roundPart = (writing: Writing): readonly Block[] => {
  const { reading, citations } = writing;
  const { language, numbers, report } = reading;
  const { title, from, until, closedOn } = numbers.round;
  const closed = closedOn ? textOf(filled(SENTENCES.closed[language], { day: reading.day(closedOn) })) : '';
  return [
    heading(HEADINGS.round, 1, writing),
    ...(report ? written(report.summary) : []),
    paragraph(
      filled(SENTENCES.period[language], {
        round: title,
        from: reading.day(from),
        until: reading.day(until),
        closed,
        ...cited(writing, 'units-in-scope', 'units-added', 'units-removed'),
      }),
    ),
    paragraph(
      filled(SENTENCES.visits[language], {
        ...citedBy(writing, 'visits', ({ kind }) => kind),
        ...cited(
          writing,
          'visits-under-way',
          'visits-moved',
          'visits-given-back',
          'visits-cancelled',
          'visits-missed',
        ),
      }),
    ),
    paragraph(
      filled(SENTENCES.items[language], {
        ...cited(writing, 'inspectors', 'people-met'),
        ...citedBy(writing, 'items', ({ result }) => result),
      }),
    ),
    ...table({
      caption: CAPTIONS.checklists[language],
      head: [COLUMNS.checklist, COLUMNS.version, COLUMNS.visits].map((text) => text[language]),
      widths: [70, 15, 15],
      rows: reading
        .figures('checklist-visits')
        .map((figure) => [
          cell(reading.checklist(figure.checklistId, figure.checklistVersion)),
          cell(String(figure.checklistVersion)),
          [citations.of(figure)],
        ]),
    }),
  ];
};

/** Which units were seen, and the names of those that were not. */
export const coveragePart = (writing: Writing): readonly Block[] => {
  const { reading, citations } = writing;
  const { language } = reading;
  const seen = new Map(reading.figures('team-seen').map((figure) => [figure.team, figure]));
  const unseen = reading
    .figures('unit-visits')
    .filter(({ value }) => value === 0)
    .map(({ unit }) => (unit ? reading.unit(unit) : ''));
  return [
    heading(HEADINGS.coverage, 1, writing),
    paragraph(
      filled(
        SENTENCES.coverage[language],
        cited(writing, 'units-in-scope', 'units-seen', 'units-unseen', 'units-self-checked', 'units-outside'),
      ),
    ),
    ...(unseen.length > 0
      ? [paragraph(filled(SENTENCES.unseen[language], { units: cell(unseen.join(BETWEEN[language])) }))]
      : []),
    ...table({
      caption: CAPTIONS.teams[language],
      head: [COLUMNS.team, COLUMNS.units, COLUMNS.seen].map((text) => text[language]),
      widths: [60, 20, 20],
      rows: reading.figures('team-units').map((figure) => {
        const found = seen.get(figure.team);
        return [
          cell(reading.team(figure.team)),
          [citations.of(figure)],
          found ? [citations.of(found)] : cell(''),
        ];
      }),
    }),
  ];
};
