import type { EventSpan } from '@redress/contracts/inspection/report-numbers';
import type { Language } from '@redress/edge/texts/text';

/** Some words; `source` is the number of the line in the annex that says where a figure comes from. */
export type Run = { readonly text: string; readonly source?: number };
export type Runs = readonly Run[];

export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'paragraph'; readonly runs: Runs }
  | { readonly is: 'table'; readonly table: Table };

export type Table = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Runs[])[];
  /** How wide the columns are, of all together. */
  readonly widths: readonly number[];
};

/** Where a figure comes from. */
export type Source = {
  readonly number: number;
  readonly what: string;
  readonly value: string;
  readonly events: EventSpan;
};

export type Signature = { readonly name: string; readonly on: string };

/** A report as it is printed, whatever it is printed by. */
export type ReportDocument = {
  readonly language: Language;
  /** What stands in red at the top. */
  readonly masthead: string;
  /** What it is, such as a draft, when it is not issued. */
  readonly stamp?: string;
  readonly number: string;
  readonly issuer: string;
  readonly date: string;
  readonly title: string;
  readonly addressees?: string;
  readonly body: readonly Block[];
  readonly signatures: readonly Signature[];
  readonly annex: {
    readonly title: string;
    readonly about: readonly string[];
    readonly head: readonly string[];
    readonly sources: readonly Source[];
  };
};
