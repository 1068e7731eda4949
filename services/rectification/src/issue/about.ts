import { SEVERITIES } from '@redress/contracts/intake/words';
import type { AboutIssues } from '@redress/contracts/rectification/task.events';
import type { ListedIssue } from './issue.js';

/** How many characters of the problems an event of a task holds. */
const MOST_PROBLEM = 20_000;

/** What these issues are about, in their order; there is one at least. */
export const aboutOf = (issues: readonly ListedIssue[]): AboutIssues => {
  const listings = issues.map(({ listing }) => listing);
  return {
    problem: shortened(each(listings.map(({ problem }) => problem)).join('\n\n')),
    topics: each(listings.map(({ topic }) => topic)),
    severity: SEVERITIES.findLast((grave) => listings.some(({ severity }) => severity === grave)) ?? 'minor',
    channels: each(listings.flatMap(({ channel }) => channel ?? [])),
  };
};

const each = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const shortened = (text: string): string => {
  if (text.length <= MOST_PROBLEM) return text;
  // Half of a surrogate pair cannot be written as UTF-8.
  return `${text.slice(0, MOST_PROBLEM - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
