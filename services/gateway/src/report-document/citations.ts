import type { Figure } from '@redress/contracts/inspection/report-numbers';
import type { Source, Run } from './model.js';
import type { ReportReading } from './reading.js';
import { FIGURES, KINDS, RESULTS } from './words.js';

/** The figures that a document shows, each with its line in the annex; the same figure twice has one. */
export class Citations {
  private readonly cited = new Map<Figure, Source>();

  constructor(private readonly reading: ReportReading) {}

  get sources(): readonly Source[] {
    return [...this.cited.values()];
  }

  of(figure: Figure): Run {
    let source = this.cited.get(figure);
    if (!source) {
      const value = String(figure.value);
      source = { number: this.cited.size + 1, what: this.whatOf(figure), value, events: figure.events };
      this.cited.set(figure, source);
    }
    return { text: source.value, source: source.number };
  }

  private whatOf(figure: Figure): string {
    const { language } = this.reading;
    const { key, unit, team, kind, result, severity, basis, text, checklistId, checklistVersion } = figure;
    const of = [
      unit && this.reading.unit(unit),
      team && this.reading.team(team),
      kind && KINDS[kind][language],
      result && RESULTS[result][language],
      severity && this.reading.severity(severity),
      basis,
      text?.[language],
      key === 'checklist-visits' &&
        `${this.reading.checklist(checklistId, checklistVersion)} ${String(checklistVersion)}`,
    ].filter((word) => typeof word === 'string' && word !== '');
    return [FIGURES[key][language], ...of].join(' · ');
  }
}
