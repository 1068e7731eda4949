import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import {
  answered,
  appraised,
  asked,
  attached,
  issueId,
  join,
  lifted,
  list,
  movedTo,
  officer,
  opinionId,
  originalId,
  partId,
  redirected,
  refused,
  splitIt,
  submit,
  withdrawn,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { EntryId, IssueId, OpinionId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import { acknowledgeOpinion } from './acknowledge-opinion/acknowledge-opinion.js';
import { answerOpinion } from './answer-opinion/answer-opinion.js';
import { appraiseOutcome } from './appraise-outcome/appraise-outcome.js';
import { attachFile } from './attach-file/attach-file.js';
import { askSubmitter, submitterWrites } from './converse/converse.js';
import { listOpinion } from './list-opinion/list-opinion.js';
import { liftDuplicateMark, markDuplicate } from './mark-duplicate/mark-duplicate.js';
import { moveOpinion } from './move-opinion/move-opinion.js';
import { histories, standing } from './opinion/histories.examples.js';
import type { Opinion } from './opinion/opinion.js';
import { redirectOpinion } from './redirect-opinion/redirect-opinion.js';
import { refuseOpinion } from './refuse-opinion/refuse-opinion.js';
import { joinParts, splitOpinion } from './split-opinion/split-opinion.js';
import { submitOpinion } from './submit-opinion/submit-opinion.js';
import { tellOutcome, withdrawOutcome } from './tell-outcome/tell-outcome.js';

const entryId = '0190a5c4-2222-7aaa-8aaa-000000000055' as EntryId;
const another = '0190a5c4-2222-7aaa-8aaa-000000000056' as OpinionId;
const anotherIssue = '0190a5c4-2222-7aaa-8aaa-000000000057' as IssueId;
const news = { outcome: 'News.', tasks: [] };
const revision = 9;
const ofIssue = { opinionId, about: opinionId, issueId, revision };
const ofOriginal = { opinionId, about: originalId, revision };
const ofPart = { opinionId, about: partId, revision };
const otherParts = splitIt.parts.map((part) => ({ ...part, text: 'News.' }));
const around = { original: standing(...histories.submitted), hasDuplicates: false };
const { appraisal } = appraised.data;

/** Each of them says something new, by someone entitled to it. */
const COMMANDS: Readonly<Record<string, (opinion: Opinion) => Decision<OpinionEvent, string>>> = {
  SubmitOpinion: submitOpinion(opinionId, { ...submit, text: 'News.' }, officer),
  AcknowledgeOpinion: acknowledgeOpinion({ opinionId }, officer),
  RedirectOpinion: redirectOpinion(redirected.data, officer),
  AskSubmitter: askSubmitter({ ...asked.data, entryId }, officer),
  SubmitterWrites: submitterWrites(opinionId, { entryId, text: 'News.' }),
  AttachFile: attachFile(opinionId, { ...attached.data.file, entryId }),
  AnswerOpinion: answerOpinion({ ...answered.data, answer: 'News.' }, officer),
  RefuseOpinion: refuseOpinion({ ...refused.data, reason: 'news' }, officer),
  MarkDuplicate: markDuplicate({ opinionId, of: another }, officer, around),
  LiftDuplicateMark: liftDuplicateMark(lifted.data, officer),
  SplitOpinion: splitOpinion({ ...splitIt, parts: otherParts }, officer, false),
  // What was told of its parts has parts in hand.
  JoinParts: (opinion) => joinParts(join, officer, opinion.status === 'told')(opinion),
  ListOpinion: listOpinion({ ...list, issueId: anotherIssue }, officer, [list.severity]),
  'told of its issue': tellOutcome(ofIssue, news),
  'told of its original': tellOutcome(ofOriginal, news),
  'told of a part': tellOutcome(ofPart, news),
  'moved to another issue': moveOpinion({ ...movedTo.data, joins: { issueId: anotherIssue, revision } }),
  'withdrawn for its issue': withdrawOutcome(ofIssue, withdrawn.data),
  'withdrawn for its original': withdrawOutcome(ofOriginal, withdrawn.data),
  'withdrawn for a part': withdrawOutcome(ofPart, withdrawn.data),
  AppraiseOutcome: appraiseOutcome(opinionId, { appraisal }),
};

const cell = (
  decide: (opinion: Opinion) => Decision<OpinionEvent, string>,
  history: readonly OpinionEvent[],
) => {
  const decision = decide(standing(...history));
  if ('rejected' in decision) return decision.rejected;
  return decision.length === 0 ? '–' : `→ **${standing(...history, ...decision).status}**`;
};

const rows = (text: string): readonly string[] => {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' '));
  const from = lines.findIndex((line) => line.startsWith('| command | unsent |'));
  return lines.slice(from, lines.indexOf('', from)).filter((line) => !/^[| :-]+$/.test(line));
};

it('has the table of states as the rules have it', () => {
  const ruled = [
    ['command', ...Object.keys(histories)],
    ...Object.entries(COMMANDS).map(([name, decide]) => [
      name,
      ...Object.values(histories).map((history) => cell(decide, history)),
    ]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  expect(rows(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))).toEqual(ruled);
});
