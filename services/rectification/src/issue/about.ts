import type { SeverityPolicy } from '@redress/contracts/rectification/policy';
import type { AboutIssues } from '@redress/contracts/rectification/task.events';
import type { ListedIssue } from './issue.js';

/** How many characters of the problems an event of a task holds. */
const MOST_PROBLEM = 20_000;

/** What these issues are about, in their order; there is one at least. Severities are in rising order. */
export const aboutOf = (
  issues: readonly ListedIssue[],
  severities: readonly SeverityPolicy[],
): AboutIssues => {
  const listings = issues.map(({ listing }) => listing);
  return {
    problem: shortened(each(listings.map(({ problem }) => problem)).join('\n\n')),
    topics: each(listings.map(({ topic }) => topic)),
    severity: gravest(
      listings.map(({ severity }) => severity),
      severities,
    ),
    channels: each(listings.flatMap(({ channel }) => channel ?? [])),
  };
};

/** What the policy no longer has is below all that it has. */
const gravest = (found: readonly string[], severities: readonly SeverityPolicy[]): string =>
  severities.findLast(({ name }) => found.includes(name))?.name ?? found[0] ?? '';

const each = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const shortened = (text: string): string => {
  if (text.length <= MOST_PROBLEM) return text;
  // Half of a surrogate pair cannot be written as UTF-8.
  return `${text.slice(0, MOST_PROBLEM - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
