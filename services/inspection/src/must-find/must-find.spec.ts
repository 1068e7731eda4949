import { describe, expect, it } from '@jest/globals';
import {
  draftWithdrawn,
  findingChanged,
  findingCommunicated,
  findingDrafted,
  findingItemsJudged,
  findingRecorded,
  findingRestored,
  findingTookIn,
  findingWithdrawn,
  submittedAnewAt,
  submittedAt,
} from '@redress/contracts/inspection/finding.examples';
import { draftId } from '@redress/contracts/inspection/finding-commands.examples';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import { taskFollowed, withdrawalFollowed } from '@redress/contracts/inspection/followed.examples';
import { minutesKept } from '@redress/contracts/inspection/checklist.examples';
import { answerItem, visitSubmitted } from '@redress/contracts/inspection/visit.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { type Finding, findings, type KnownFinding } from '../finding/finding.js';
import { draft, judge, withoutFinding } from './must-find.js';

const { given } = specFor(findings);
const after = (...events: readonly FindingEvent[]) =>
  events.reduce<Finding>(findings.evolve, findings.initial) as KnownFinding;
const withoutTeam = ({ teamId: _, ...data }: typeof visitSubmitted.data) => data;
const submission = { submitted: visitSubmitted.data, visitRevision: submittedAt };
const passing = { submitted: { ...visitSubmitted.data, failed: [] }, visitRevision: submittedAnewAt };
const { itemId } = minutesKept;
const [minutes, hours] = visitSubmitted.data.failed;
if (!minutes || !hours) throw new Error('two items failed in the example');

describe('what a finding rests on is looked at when its visit is submitted', () => {
  it('and leaves a trace, once a submission, the newest last', () => {
    given(findingRecorded).when(judge(submission)).yields(findingItemsJudged);
    const passes = having(findingItemsJudged, {
      visitRevision: submittedAnewAt,
      failing: [],
      notFailing: [itemId],
    });
    given(findingRecorded, findingItemsJudged).when(judge(passing)).yields(passes);
    given(findingRecorded, passes).when(judge(submission)).changesNothing();
  });

  it('and a draft that nobody touched goes when its item fails no more', () => {
    const passes = having(findingItemsJudged, {
      findingId: draftId,
      visitRevision: submittedAnewAt,
      failing: [],
      notFailing: [itemId],
    });
    given(findingDrafted).when(judge(passing)).yields(passes, draftWithdrawn);
    for (const touched of [findingChanged, findingTookIn, findingCommunicated])
      given(findingDrafted, touched).when(judge(passing)).yields(passes);
    given(findingDrafted).when(judge(submission)).changesNothing();
  });

  it('but not of what rests on nothing, or was taken back', () => {
    given().when(judge(submission)).changesNothing();
    given(having(findingRecorded, { restsOn: [] }))
      .when(judge(submission))
      .changesNothing();
    given(findingRecorded, findingWithdrawn).when(judge(submission)).changesNothing();
  });
});

describe('an item that failed and must have a finding', () => {
  it('has one when one rests on it, or did until a review took that back', () => {
    expect(withoutFinding(submission, [])).toEqual([minutes, hours]);
    expect(withoutFinding(submission, [after(findingRecorded)])).toEqual([hours]);
    expect(withoutFinding(submission, [after(findingRecorded, findingWithdrawn)])).toEqual([minutes, hours]);
    expect(withoutFinding(submission, [after(findingRecorded, taskFollowed, withdrawalFollowed)])).toEqual([
      hours,
    ]);
    const failed = visitSubmitted.data.failed.map((one) => ({ ...one, mustFind: false }));
    expect(withoutFinding({ ...submission, submitted: { ...visitSubmitted.data, failed } }, [])).toEqual([]);
  });

  it('gets a draft in the words of who answered, or else of the checklist', () => {
    const { zh, en } = minutesKept.text;
    const basis = `${zh} / ${en}`;
    const { note, files } = answerItem;
    given()
      .when(draft(submission, minutes, { note, files }))
      .yields(having(findingDrafted, { fact: note, basis }));
    given()
      .when(draft(submission, minutes, undefined))
      .yields(having(findingDrafted, { fact: basis, basis, files: [] }));
  });

  it('gets the same again after that went, and no second one', () => {
    const anew = { ...submission, visitRevision: submittedAnewAt + 3 };
    given(findingDrafted, draftWithdrawn)
      .when(draft(anew, minutes, undefined))
      .yields(findingRestored);
    given(findingDrafted)
      .when(draft(anew, minutes, undefined))
      .changesNothing();
    given(findingDrafted, findingChanged, draftWithdrawn)
      .when(draft(anew, minutes, undefined))
      .yields(having(findingRestored, { stands: 'recorded' }));
  });

  it('gets none in a self-check', () => {
    const alone = withoutTeam(visitSubmitted.data);
    given()
      .when(draft({ ...submission, submitted: alone }, minutes, undefined))
      .changesNothing();
  });
});
