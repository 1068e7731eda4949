import { describe, it } from '@jest/globals';
import {
  appraised,
  issueId,
  movedTo,
  opinionId,
  otherIssueId,
  told,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { having, specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { type Move, moveOpinion } from './move-opinion.js';

const { given } = specFor(opinions);
const { leaves, joins, reason } = movedTo.data;
const move = { opinionId, leaves, joins, reason };
const joinsOnly = { opinionId, joins, reason };
const joined = { type: 'OpinionMoved', data: { ...joinsOnly, stands: 'listed' } } satisfies OpinionEvent;
const listed = given(...histories.listed);

describe('an opinion', () => {
  it('hears the end of another issue instead', () => {
    listed.when(moveOpinion(move)).yields(movedTo);
  });

  it('hears the end of one more, and keeps what it was told', () => {
    listed.when(moveOpinion(joinsOnly)).yields(joined);
    given(...histories.told)
      .when(moveOpinion(joinsOnly))
      .yields({ ...joined, data: { ...joined.data, inAll: told.data.outcome } });
  });

  it('was told of an issue that it leaves: that does not hold any more', () => {
    given(...histories.told, appraised)
      .when(moveOpinion(move))
      .yields(movedTo);
  });

  it("is told when the only end that it waited for is another's", () => {
    given(...histories.told, having(joined, { inAll: told.data.outcome } as never))
      .when(moveOpinion({ opinionId, leaves: { ...joins, revision: 3 }, reason }))
      .yields({
        type: 'OpinionMoved',
        data: {
          opinionId,
          leaves: { ...joins, revision: 3 },
          reason,
          stands: 'told',
          inAll: told.data.outcome,
        },
      });
  });

  it('waits when it has left what it had, and the other is not heard of yet', () => {
    listed.when(moveOpinion({ opinionId, leaves, reason })).yields({
      type: 'OpinionMoved',
      data: { opinionId, leaves, reason, stands: 'listed' },
    });
  });

  it('goes back to an issue that it left, when it is known to be later', () => {
    const back: Move = {
      opinionId,
      leaves: { ...joins, revision: 3 },
      joins: { issueId, revision: 6 },
      reason,
    };
    given(...histories.listed, movedTo)
      .when(moveOpinion(back))
      .yields({ type: 'OpinionMoved', data: { ...back, stands: 'listed' } as never });
  });

  it('stays where it is for what comes late, each of the two for itself', () => {
    given(...histories.listed, movedTo)
      .when(moveOpinion({ ...move, joins: { ...joins, revision: 1 } }))
      .changesNothing();
    given(...histories.listed, movedTo)
      .when(moveOpinion({ opinionId, joins: { issueId, revision: 4 }, reason }))
      .changesNothing();
    given(...histories.told)
      .when(moveOpinion({ ...move, leaves: { ...leaves, revision: told.data.revision } }))
      .yields({ ...joined, data: { ...joined.data, inAll: told.data.outcome } });
  });

  it('does not join what it belongs to', () => {
    listed.when(moveOpinion({ opinionId, joins: { issueId, revision: 9 }, reason })).changesNothing();
    const both = { opinionId, leaves: { ...joins, revision: 3 }, joins: { issueId, revision: 9 }, reason };
    given(...histories.told, joined)
      .when(moveOpinion(both))
      .yields({
        type: 'OpinionMoved',
        data: { ...both, stands: 'told', inAll: told.data.outcome },
      });
  });

  it.each([
    ['no-such-opinion', given()],
    ['waits-for-another-end', given(...histories.acknowledged)],
    ['waits-for-another-end', given(...histories.duplicate)],
    ['waits-for-another-end', given(...histories.split)],
  ] as const)('is not moved when %s', (rejection, opinion) => {
    opinion
      .when(moveOpinion({ opinionId, leaves, joins: { issueId: otherIssueId, revision: 2 }, reason }))
      .isRejected(rejection);
  });
});
