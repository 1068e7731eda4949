import type { ReportText } from '@redress/contracts/inspection/read-report';
import type { KnownReport } from '../report/report.js';
import { textsOf } from '../write-report/draft-report.js';

export const textOf = ({ status, draft, signed, issued }: KnownReport, revision: number): ReportText => {
  const { reportId: id, roundId, upTo, day, rule, sha256, numbersSha256 } = draft;
  const { signatories, ...texts } = textsOf(draft);
  return {
    id,
    roundId,
    status,
    ...texts,
    signatures: signatories.map((person) => {
      const on = signed.get(person);
      return { person, ...(on && { on }) };
    }),
    ...(issued && { number: issued.number, issuedOn: issued.on }),
    upTo,
    day,
    rule,
    sha256,
    numbersSha256,
    revision,
  };
};
