import type { Figure, ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import { textTable } from '../print/text-table.js';
import type { RoundReport } from './round-report.js';

/** The numbers for the terminal, but those of single units; with where each comes from. */
export const reportText = ({ report, upTo, sha256, numbers, check }: RoundReport): string => {
  const { round, day, rule } = numbers;
  const what = report ? `${report.title}, ${report.number ?? report.status}` : 'no report yet';
  return [
    `${round.title}, ${round.from} to ${round.until}: ${what}.`,
    `Counted for ${day} up to ${upTo} by rule ${String(rule)}; SHA-256 ${sha256}.`,
    '',
    textTable(
      ['figure', 'value', 'events', 'from', 'to'],
      numbers.figures
        .filter(({ unit }) => unit === undefined)
        .map((figure) => {
          const { from, to, count } = figure.events;
          return [nameOf(figure, numbers), String(figure.value), String(count), from, to];
        }),
    ),
    ...(check ? ['', checkText(check)] : []),
  ].join('\n');
};

const nameOf = (figure: Figure, { round }: ReportNumbers): string => {
  const { key, team, kind, result, itemId, severity, basis, checklistVersion } = figure;
  const name = round.teams.find((one) => one.team === team)?.name ?? team;
  const version = key === 'checklist-visits' ? String(checklistVersion) : undefined;
  const of = [name, kind, result, itemId, severity, basis, version].filter((word) => word !== undefined);
  return [key, ...of].join(' ');
};

const checkText = ({
  same,
  figures,
  sameFigures,
  changed,
  sameNotes,
  samePositions,
}: ReportCheck): string => {
  if (same) {
    const moved = samePositions ? '' : ', at other positions than then';
    return `The same comes out of the log: all ${String(figures)} figures${moved}.`;
  }
  const lines = changed.map(({ issued, counted }) => {
    const { key, unit, team } = issued ?? counted ?? { key: '?' };
    return `${[key, unit ?? team ?? ''].join(' ').trim()}: ${valueOf(issued)} then, ${valueOf(counted)} now`;
  });
  const notes = sameNotes ? '' : ' What is told in words differs as well.';
  return [
    `Something else comes out of the log: ${String(sameFigures)} of ${String(figures)} figures are the same.${notes}`,
    ...lines,
  ].join('\n');
};

type ReportCheck = NonNullable<RoundReport['check']>;

const valueOf = (figure: Figure | undefined): string => (figure ? String(figure.value) : 'none');
