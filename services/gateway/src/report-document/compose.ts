import type { Writing } from './blocks.js';
import { Citations } from './citations.js';
import { filled, textOf } from './filled.js';
import type { ReportDocument, Signature } from './model.js';
import { practicesPart, recusalPart, tasksPart, wordsPart } from './outcome-parts.js';
import { problemsPart } from './problems-part.js';
import { readable } from './readable.js';
import type { ReportReading } from './reading.js';
import { coveragePart, roundPart } from './round-part.js';
import { ANNEX, MASTHEAD, SAID, STAMPS } from './words.js';

/** A report as it is printed: what people wrote, with the figures of the log, each with where it comes from. */
export const composed = (reading: ReportReading): ReportDocument => {
  const { language, report, numbers } = reading;
  const citations = new Citations(reading);
  const writing: Writing = { reading, citations };
  const body = [
    roundPart,
    coveragePart,
    problemsPart,
    practicesPart,
    tasksPart,
    recusalPart,
    wordsPart,
  ].flatMap((part) => part(writing));
  const { title: round } = numbers.round;
  const stamp = STAMPS[report?.status === 'issued' || !report ? 'counted' : report.status][language];
  const addressees = report?.addressees;
  return {
    language,
    masthead: MASTHEAD[language],
    ...(report?.status !== 'issued' && { stamp }),
    number: readable(report?.number ?? SAID.unnumbered[language]),
    issuer: readable(report?.issuer ?? ''),
    date: reading.day(report?.issuedOn ?? numbers.day),
    title: readable(report?.title ?? textOf(filled(SAID.preview[language], { round }))),
    ...(addressees !== undefined && {
      addressees: readable(textOf(filled(SAID.to[language], { addressees }))),
    }),
    body,
    signatures: report ? report.signatures.map((one) => signed(one, reading)) : [],
    annex: {
      title: ANNEX.title[language],
      about: aboutSources(reading),
      head: [ANNEX.number, ANNEX.what, ANNEX.value, ANNEX.count, ANNEX.positions, ANNEX.types].map(
        (text) => text[language],
      ),
      sources: citations.sources,
    },
  };
};

type Signed = NonNullable<ReportReading['report']>['signatures'][number];

const signed = ({ person, on }: Signed, reading: ReportReading): Signature => ({
  name: readable(reading.person(person)),
  on: on ? reading.day(on) : SAID.notSigned[reading.language],
});

const aboutSources = (reading: ReportReading): readonly string[] => {
  const { language, numbers, sha256 } = reading;
  const { rule, day, events } = numbers;
  return [
    filled(ANNEX.about[language], { rule: String(rule), day: reading.day(day) }),
    filled(ANNEX.whole[language], {
      count: String(events.count),
      first: events.first ?? '–',
      last: events.last ?? '–',
      sha256,
    }),
  ].map(textOf);
};
