import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { Move } from './move-opinion.js';

type Moving = Extract<IssueEvent, { type: 'IssueTakenIn' | 'IssueGivenBack' | 'IssueSplit' }>;

/** Before anything can have happened to the new issue of a splitting. */
const NEW = -1;

/** Which opinions hear another end, because of something at a revision of the issue's stream. */
export const movesOf = ({ type, data }: Moving, revision: number): readonly Move[] => {
  const { issueId, reason } = data;
  const here = { issueId, revision };
  switch (type) {
    case 'IssueTakenIn': {
      const leaves = { issueId: data.source, revision: data.sourceRevision };
      return data.opinions.map((opinionId) => ({ opinionId, leaves, joins: here, reason }));
    }
    case 'IssueGivenBack': {
      const joins = { issueId: data.source, revision: data.sourceRevision };
      return data.opinions.map((opinionId) => ({
        opinionId,
        leaves: data.staying.includes(opinionId) ? undefined : here,
        joins,
        reason,
      }));
    }
    case 'IssueSplit': {
      const joins = { issueId: data.newIssueId, revision: NEW };
      const gone = data.opinions.map((opinionId) => ({ opinionId, leaves: here, joins, reason }));
      return [...gone, ...data.both.map((opinionId) => ({ opinionId, joins, reason }))];
    }
  }
};
