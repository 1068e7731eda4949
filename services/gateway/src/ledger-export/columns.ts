import type { TaskRow } from '@redress/contracts/rectification/ledger';
import type { PolicyFigures } from '@redress/contracts/rectification/policy';
import type { Clock } from '@redress/eventsourcing/clock';
import type { Language, Text } from '@redress/edge/texts/text';
import type { Cell } from './csv.js';
import type { KnownNames } from '../names/known-names.js';
import { cardsOf, evidenceOf, extensionsOf, measuresOf, progressOf, verificationOf } from './entries.js';
import { CHANNELS, STATUSES } from './words.js';

/** What a cell needs besides its task. */
export type Reading = {
  readonly language: Language;
  readonly names: KnownNames;
  readonly clock: Clock;
  /** By whose words the kinds of tasks, and how grave they are, are called. */
  readonly policy: Pick<PolicyFigures, 'taskTypes' | 'severities'>;
};

type Column = {
  readonly header: Text;
  /** In characters of the sheet. */
  readonly width: number;
  readonly cell: (task: TaskRow, reading: Reading, line: number) => Cell;
};

const named = (
  list: readonly ({ readonly name: string } & Text)[],
  code: string | undefined,
  language: Language,
): string => list.find(({ name }) => name === code)?.[language] ?? code ?? '';

const listed = (words: readonly string[], { language }: Reading): string =>
  words.filter((word) => word !== '').join(language === 'zh' ? '、' : ', ');

const unitsOf = ({ leadUnit, supportingUnits }: TaskRow, { names }: Reading): readonly string[] =>
  [leadUnit, ...supportingUnits].map((unit) => names.unit(unit));

/** 整改台账: one line a task, in the order that such ledgers usually have. */
export const COLUMNS: readonly Column[] = [
  { header: { en: 'No.', zh: '序号' }, width: 6, cell: (_, __, line) => line },
  {
    header: { en: 'Responsible units', zh: '责任单位' },
    width: 24,
    cell: (task, reading) => listed(unitsOf(task, reading), reading),
  },
  {
    header: { en: 'Source', zh: '问题来源' },
    width: 14,
    cell: ({ channels = [] }, reading) =>
      listed(
        channels.map((channel) => CHANNELS[channel][reading.language]),
        reading,
      ),
  },
  {
    header: { en: 'Category', zh: '问题类别' },
    width: 18,
    cell: ({ topics = [] }, reading) => listed(topics, reading),
  },
  {
    header: { en: 'Severity', zh: '严重程度' },
    width: 10,
    cell: ({ severity }, { policy, language }) => named(policy.severities, severity, language),
  },
  { header: { en: 'Problem', zh: '具体问题' }, width: 40, cell: ({ problem = '' }) => problem },
  { header: { en: 'Requirement', zh: '整改要求' }, width: 30, cell: ({ title }) => title },
  {
    header: { en: 'Type', zh: '整改类型' },
    width: 12,
    cell: ({ taskType }, { policy, language }) => named(policy.taskTypes, taskType, language),
  },
  { header: { en: 'Deadline', zh: '整改时限' }, width: 12, cell: ({ deadline }) => deadline },
  {
    header: { en: 'First deadline', zh: '原定时限' },
    width: 12,
    cell: ({ firstDeadline }) => firstDeadline,
  },
  { header: { en: 'Completion criterion', zh: '完成标准' }, width: 30, cell: ({ criterion }) => criterion },
  { header: { en: 'Measures', zh: '整改措施' }, width: 40, cell: measuresOf },
  {
    header: { en: 'Lead unit', zh: '牵头单位' },
    width: 18,
    cell: ({ leadUnit }, { names }) => names.unit(leadUnit),
  },
  {
    header: { en: 'Supporting units', zh: '配合单位' },
    width: 18,
    cell: (task, reading) => listed(unitsOf(task, reading).slice(1), reading),
  },
  {
    header: { en: 'Responsible person', zh: '责任人' },
    width: 12,
    cell: ({ responsible }, { names }) => names.person(responsible),
  },
  {
    header: { en: 'Status', zh: '状态' },
    width: 12,
    cell: ({ status }, { language }) => STATUSES[status][language],
  },
  { header: { en: 'Progress', zh: '进展情况' }, width: 40, cell: progressOf },
  { header: { en: 'Extensions', zh: '延期情况' }, width: 24, cell: extensionsOf },
  { header: { en: 'Evidence', zh: '佐证材料' }, width: 30, cell: evidenceOf },
  { header: { en: 'Verification', zh: '核验情况' }, width: 30, cell: verificationOf },
  {
    header: { en: 'Closed on', zh: '销号日期' },
    width: 12,
    cell: ({ closedAt }, { clock }) => (closedAt ? clock.dayOf(closedAt) : ''),
  },
  { header: { en: 'Cards', zh: '亮牌情况' }, width: 24, cell: cardsOf },
  { header: { en: 'Task', zh: '任务编号' }, width: 38, cell: ({ id }) => id },
];
