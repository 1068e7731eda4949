import { issueIdOfFinding, taskIdOfFinding } from '@redress/contracts/inspection/finding-ids';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingContent, FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { IssueFinding } from '@redress/contracts/inspection/issue-finding';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Finding, KnownFinding } from '../finding/finding.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { plain, saidBefore } from '../finding/said-before.js';
import { asIssuer, type Writer } from '../finding/who-writes.js';
import type { KnownVisit } from '../visit/visit.js';

/** How many characters of what was found rectification is told. */
const MOST_PROBLEM = 20_000;

/**
 * 限期改进: who heads the team, or the office, hands it to rectification. Its issue and its task have ids that derive from it:
 * however often it is issued, there is one of each. `heads`: who heads the team on that day.
 */
export const issueFinding =
  (command: IssueFinding, writer: Writer, visit: KnownVisit, heads: readonly PersonId[]) =>
  (finding: Finding): Decision<FindingEvent, FindingRejection> => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = asIssuer(writer);
    if ('rejected' in act) return act;
    const { findingId, entryId: attempt, ...said } = plain(command);
    const before = saidBefore(finding, attempt, 'FindingIssued', { ...said, deadline: command.deadline });
    if (before) return before === 'repeat' ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);
    const { severity } = finding.content;
    if (severity === undefined) return reject('not-in-words-yet');
    if (visit.status !== 'submitted') return reject('visit-not-submitted');
    if (said.supportingUnits.includes(said.leadUnit)) return reject('lead-unit-also-supports');
    if (said.deadline !== undefined && said.deadline < act.on) return reject('deadline-before-assignment');

    const data = {
      ...finding.about,
      ...said,
      attempt,
      issueId: issueIdOfFinding(findingId),
      taskId: taskIdOfFinding(findingId),
      problem: problemOf(finding),
      severity,
      authors: authorsOf(finding, visit, [...heads, act.by]),
      joined: [...finding.sources.values()].map(({ source }) => source),
      ...act,
    };
    return [{ type: 'FindingIssued', data }];
  };

const problemOf = ({ content, sources }: KnownFinding): string =>
  shortened([content, ...sources.values()].map(inWords).join('\n\n'));

const inWords = ({ fact, basis }: FindingContent): string => `${fact}\n\n${basis}`;

const shortened = (text: string): string => {
  if (text.length <= MOST_PROBLEM) return text;
  // Half of a surrogate pair cannot be written as UTF-8.
  return `${text.slice(0, MOST_PROBLEM - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** Who found it or wrote it, who was there, who signed, who led and who issues it. */
const authorsOf = (
  { authors, sources }: KnownFinding,
  { inspectors, signed }: KnownVisit,
  others: readonly PersonId[],
): readonly PersonId[] => [
  ...new Set([
    ...authors,
    ...[...sources.values()].flatMap((source) => source.authors),
    ...inspectors,
    ...(signed?.by ? [signed.by] : []),
    ...others,
  ]),
];
