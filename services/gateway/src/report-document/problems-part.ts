import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { UnitId } from '@redress/contracts/values';
import { cell, cited, heading, paragraph, table, type Writing } from './blocks.js';
import { filled } from './filled.js';
import type { Block, Runs } from './model.js';
import { CAPTIONS, COLUMNS, HEADINGS, SENTENCES } from './words.js';

/** So many units, items and bases are printed, those with the most. */
const UNITS = 100;
const TYPICAL = 10;

/** What was found: how grave, where, and which problems are typical. */
export const problemsPart = (writing: Writing): readonly Block[] => {
  const { reading, citations } = writing;
  const { language } = reading;
  return [
    heading(HEADINGS.problems, 1, writing),
    heading(HEADINGS.bySeverity, 2, writing),
    paragraph(
      filled(
        SENTENCES.findings[language],
        cited(writing, 'findings', 'findings-unworded', 'findings-joined', 'findings-withdrawn'),
      ),
    ),
    ...table({
      caption: CAPTIONS.severities[language],
      head: [COLUMNS.severity, COLUMNS.findings].map((text) => text[language]),
      widths: [70, 30],
      rows: reading
        .figures('findings-of-severity')
        .map((figure) => [cell(reading.severity(figure.severity ?? '')), [citations.of(figure)]]),
    }),
    ...unitsTable(writing),
    ...typical(writing),
  ];
};

const unitsTable = (writing: Writing): readonly Block[] => {
  const { reading, citations } = writing;
  const { language } = reading;
  const severities = reading.figures('findings-of-severity').map(({ severity = '' }) => severity);
  const failed = new Map(reading.figures('unit-failed').map((figure) => [figure.unit, figure]));
  const found = new Map(
    reading
      .figures('unit-findings')
      .map((figure) => [`${figure.unit ?? ''} ${figure.severity ?? ''}`, figure]),
  );
  const ofUnit = (unit: UnitId): readonly (Figure | undefined)[] => [
    failed.get(unit),
    ...severities.map((severity) => found.get(`${unit} ${severity}`)),
  ];
  const weight = (unit: UnitId): number =>
    ofUnit(unit).reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  const units = [
    ...new Set([...failed.values(), ...found.values()].flatMap(({ unit }) => unit ?? [])),
  ].toSorted((one, other) => weight(other) - weight(one) || (one < other ? -1 : 1));
  const listed = units.slice(0, UNITS);
  return [
    ...table({
      caption: CAPTIONS.units[language],
      head: [
        COLUMNS.unit[language],
        COLUMNS.failed[language],
        ...severities.map((severity) => reading.severity(severity)),
      ],
      widths: [40, ...ofUnit('' as UnitId).map(() => 60 / (severities.length + 1))],
      rows: listed.map((unit) => [
        cell(reading.unit(unit)),
        ...ofUnit(unit).map((figure): Runs => (figure ? [citations.of(figure)] : cell('–'))),
      ]),
    }),
    ...(units.length > listed.length
      ? [paragraph(filled(SENTENCES.unitsCut[language], { listed: String(listed.length) }))]
      : []),
  ];
};

const typical = (writing: Writing): readonly Block[] => {
  const { reading, citations } = writing;
  const { language, numbers } = reading;
  const items = reading.figures('item-failed').slice(0, TYPICAL);
  const bases = reading.figures('findings-on-basis').slice(0, TYPICAL);
  if (items.length === 0 && bases.length === 0) return [];
  const examples = (isOne: (note: ReportNote) => boolean): Runs =>
    cell(
      numbers.notes
        .filter(isOne)
        .map(({ unit, text }) => `${reading.unit(unit)}${language === 'zh' ? '：' : ': '}${text}`)
        .join('\n'),
    );
  return [
    heading(HEADINGS.typical, 2, writing),
    ...table({
      caption: CAPTIONS.items[language],
      head: [COLUMNS.item, COLUMNS.visits, COLUMNS.examples].map((text) => text[language]),
      widths: [35, 15, 50],
      rows: items.map((figure) => [
        cell(figure.text?.[language] ?? figure.itemId ?? ''),
        [citations.of(figure)],
        examples(
          ({ kind, checklistId, itemId }) =>
            kind === 'failed-item' && checklistId === figure.checklistId && itemId === figure.itemId,
        ),
      ]),
    }),
    ...table({
      caption: CAPTIONS.bases[language],
      head: [COLUMNS.basis, COLUMNS.findings, COLUMNS.examples].map((text) => text[language]),
      widths: [35, 15, 50],
      rows: bases.map((figure) => [
        cell(figure.basis ?? ''),
        [citations.of(figure)],
        examples(({ kind, basis }) => kind === 'finding' && basis === figure.basis),
      ]),
    }),
  ];
};
