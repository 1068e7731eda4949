import type { ReportText } from '@redress/contracts/inspection/read-report';
import type { Figure, ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import type { FigureKey } from '@redress/contracts/inspection/report-words';
import type { PolicyFigures } from '@redress/contracts/rectification/policy';
import type { ChecklistId, Day, PersonId, Sha256, TeamId, UnitId } from '@redress/contracts/values';
import type { Language } from '@redress/edge/texts/text';
import type { KnownNames } from '../names/known-names.js';
import { SAID } from './words.js';

type Read = {
  readonly language: Language;
  readonly numbers: ReportNumbers;
  readonly sha256: Sha256;
  /** What people wrote; undefined when the numbers alone are looked at. */
  readonly report: ReportText | undefined;
  readonly names: KnownNames;
  readonly severities: PolicyFigures['severities'];
};

/** What a document is made of, and what things in it are called. */
export class ReportReading {
  readonly language: Language;
  readonly numbers: ReportNumbers;
  readonly sha256: Sha256;
  readonly report: ReportText | undefined;

  constructor(private readonly read: Read) {
    ({ language: this.language, numbers: this.numbers, sha256: this.sha256, report: this.report } = read);
  }

  figures(key: FigureKey): readonly Figure[] {
    return this.numbers.figures.filter((figure) => figure.key === key);
  }

  /** By its id where it has no name. */
  unit(unit: UnitId): string {
    const name = this.read.names.unit(unit);
    return name === '' ? unit : name;
  }

  /** Not by an id: who may not know the name is told that it is not shown. */
  person(person: PersonId | undefined): string {
    const name = this.read.names.person(person);
    return name === '' ? SAID.unnamed[this.language] : name;
  }

  team(team: TeamId | undefined): string {
    return this.numbers.round.teams.find((one) => one.team === team)?.name ?? SAID.noTeam[this.language];
  }

  checklist(id: ChecklistId | undefined, version: number | undefined): string {
    const { checklists } = this.numbers.round;
    const found = checklists.find((one) => one.checklistId === id && one.version === version);
    return found?.title[this.language] ?? '';
  }

  severity(code: string): string {
    return this.read.severities.find(({ name }) => name === code)?.[this.language] ?? code;
  }

  day(day: Day): string {
    if (this.language === 'en') return day;
    const [year, month, date] = day.split('-').map(Number);
    return `${String(year)}年${String(month)}月${String(date)}日`;
  }
}
