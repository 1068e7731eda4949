import { cell, cited, heading, paragraph, table, type Writing, written } from './blocks.js';
import { filled } from './filled.js';
import type { Block } from './model.js';
import { CAPTIONS, COLUMNS, HEADINGS, SENTENCES } from './words.js';
import { readable } from './readable.js';

/** So many good practices are printed. */
const PRACTICES = 50;

export const practicesPart = (writing: Writing): readonly Block[] => {
  const { reading } = writing;
  const { language, numbers } = reading;
  const noted = numbers.notes.filter(({ kind }) => kind === 'good-practice');
  const listed = noted.slice(0, PRACTICES);
  const count = cited(writing, 'good-practices');
  return [
    heading(HEADINGS.practices, 1, writing),
    paragraph(filled(SENTENCES.practices[language], count)),
    ...listed.map(({ unit, text }) =>
      paragraph(
        filled(SENTENCES.practice[language], {
          unit: readable(reading.unit(unit)),
          text: readable(text),
        }),
      ),
    ),
    ...((reading.figures('good-practices')[0]?.value ?? 0) > listed.length
      ? [paragraph(filled(SENTENCES.practicesCut[language], { listed: String(listed.length) }))]
      : []),
  ];
};

export const tasksPart = (writing: Writing): readonly Block[] => {
  const { reading } = writing;
  const keys = [
    'tasks-issued',
    'tasks-awaited',
    'tasks-open',
    'tasks-overdue',
    'tasks-done',
    'tasks-withdrawn',
  ] as const;
  const gaps = { ...cited(writing, ...keys), day: reading.day(reading.numbers.day) };
  return [heading(HEADINGS.tasks, 1, writing), paragraph(filled(SENTENCES.tasks[reading.language], gaps))];
};

/** Who was kept out, and each leave to act in spite of it, with its reason. */
export const recusalPart = (writing: Writing): readonly Block[] => {
  const { reading } = writing;
  const { language, numbers } = reading;
  const overrides = numbers.notes.filter(({ kind }) => kind === 'override');
  return [
    heading(HEADINGS.recusal, 1, writing),
    paragraph(
      filled(
        SENTENCES.recusal[language],
        cited(writing, 'recusal-checks', 'acts-under-override', 'overrides', 'interests'),
      ),
    ),
    ...(overrides.length === 0 ? [paragraph([{ text: SENTENCES.noOverride[language] }])] : []),
    ...table({
      caption: CAPTIONS.overrides[language],
      head: [COLUMNS.person, COLUMNS.unit, COLUMNS.days, COLUMNS.reason].map((text) => text[language]),
      widths: [18, 24, 24, 34],
      rows: overrides.map(({ person, unit, from, until, text }) => [
        cell(reading.person(person)),
        cell(reading.unit(unit)),
        cell([from, until].filter((day) => day !== undefined).join(language === 'zh' ? '至' : ' to ')),
        cell(text),
      ]),
    }),
  ];
};

/** What people say of it, and ask for. */
export const wordsPart = (writing: Writing): readonly Block[] => {
  const { report } = writing.reading;
  if (!report) return [];
  return [
    heading(HEADINGS.assessment, 1, writing),
    ...written(report.assessment),
    heading(HEADINGS.requirements, 1, writing),
    ...written(report.requirements),
  ];
};
