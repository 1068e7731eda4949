import { randomUUID } from 'node:crypto';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { AnswerOpinion } from '@redress/contracts/intake/answer-opinion';
import { AttachFile } from '@redress/contracts/intake/attach-file';
import { AppraiseOutcome } from '@redress/contracts/intake/appraise-outcome';
import { AskSubmitter, SubmitterWrites } from '@redress/contracts/intake/converse';
import { ListOpinion } from '@redress/contracts/intake/list-opinion';
import { LiftDuplicateMark, MarkDuplicate } from '@redress/contracts/intake/mark-duplicate';
import type { TriageRejection } from '@redress/contracts/intake/opinion-rejections';
import { RedirectOpinion } from '@redress/contracts/intake/redirect-opinion';
import { RefuseOpinion } from '@redress/contracts/intake/refuse-opinion';
import { JoinParts, SplitOpinion } from '@redress/contracts/intake/split-opinion';
import { SubmitOpinion } from '@redress/contracts/intake/submit-opinion';
import { aWorld, type Drive, everyRejectionOf } from './drives.js';
import { attachmentOf, type OpinionSoFar, OpinionsSoFar, type Way } from './opinions-so-far.js';
import type { Asked, Who } from './people.js';
import { LISTING } from './world.js';

const world = aWorld();
const soFar = new OpinionsSoFar();

const another = randomUUID();
type Saying = (opinion: OpinionSoFar) => Partial<Asked> & { readonly below?: string };

/** Drives at opinions: what a command usually says, and for each drive who says it to which opinion, and what otherwise. */
const saying =
  (usual: Saying) =>
  (status: number, who: Who, way: Way, otherwise: Saying = () => ({})): Drive => ({
    status,
    who,
    asked: async (running) => {
      const opinion = await soFar.at(running, way);
      const said = { ...usual(opinion), ...otherwise(opinion) };
      const { below = '', path = `${opinion.path}${below}`, ...rest } = said;
      return {
        path,
        ...rest,
        watched: path.startsWith('/receipts') ? path.split('/', 3).join('/') : opinion.path,
      };
    },
  });

/** What every step of the triage may meet. */
const triage = (says: ReturnType<typeof saying>): Readonly<Record<TriageRejection, Drive>> => ({
  'no-such-opinion': says(404, 'office', 'unsent'),
  'not-acknowledged-yet': says(409, 'office', 'submitted'),
  'already-answered': says(409, 'office', 'answered'),
  'is-a-duplicate': says(409, 'office', 'duplicate'),
  'is-split': says(409, 'office', 'split'),
  'already-refused': says(409, 'office', 'refused'),
  'already-listed': says(409, 'office', 'listed'),
  'already-told': says(409, 'office', 'told'),
  'part-is-taken-back': says(409, 'office', 'takenBack'),
});

const acknowledges = saying(() => ({ below: '/acknowledgement' }));
everyRejectionOf(AcknowledgeOpinion, world, {
  'no-such-opinion': acknowledges(404, 'office', 'unsent'),
  'not-addressed-to-you': acknowledges(403, 'team', 'submitted'),
});

const redirects = saying(() => ({
  below: '/address',
  body: { addressedTo: another, reason: 'It is theirs' },
}));
everyRejectionOf(RedirectOpinion, world, {
  ...triage(redirects),
  'not-acknowledged-yet': {
    ...redirects(200, 'office', 'submitted'),
    // One of its own, since it is changed.
    asked: async (running) => {
      const { path } = await running.opinion();
      return {
        path: `${path}/address`,
        body: { addressedTo: another, reason: 'It is theirs' },
        watched: path,
      };
    },
    instead: 'accepted',
  },
  'not-the-office': redirects(403, 'leading', 'acknowledged'),
});

const asks = saying(() => ({ below: `/questions/${another}`, body: { question: 'Which floor?' } }));
everyRejectionOf(AskSubmitter, world, {
  ...triage(asks),
  'already-listed': {
    ...asks(200, 'office', 'listed'),
    asked: async (running) => {
      const path = `/opinions/${(await running.issue()).opinion}`;
      return { path: `${path}/questions/${another}`, body: { question: 'Which floor?' }, watched: path };
    },
    instead: 'accepted',
  },
  'not-addressed-to-you': asks(403, 'team', 'acknowledged'),
  'entry-id-is-taken': asks(409, 'office', 'asked', ({ other = '' }) => ({
    below: `/questions/${other}`,
    body: { question: 'Which house?' },
  })),
});

const answers = saying(() => ({ below: '/answer', body: { answer: 'It will be mended' } }));
everyRejectionOf(AnswerOpinion, world, {
  ...triage(answers),
  'not-addressed-to-you': answers(403, 'auditor', 'acknowledged'),
});

const refuses = saying(() => ({
  below: '/refusal',
  body: { ground: 'outside-the-remit', reason: 'The city' },
}));
everyRejectionOf(RefuseOpinion, world, {
  ...triage(refuses),
  'not-the-office': refuses(403, 'leading', 'acknowledged'),
});

const lists = saying(() => ({ below: '/listing', body: { issueId: another, ...LISTING } }));
everyRejectionOf(ListOpinion, world, {
  ...triage(lists),
  'not-the-office': lists(403, 'team', 'acknowledged'),
  'no-such-severity': lists(422, 'office', 'acknowledged', () => ({
    body: { issueId: another, ...LISTING, severity: 'deadly' },
  })),
});

const marks = saying(() => ({ below: '/duplicate-of', body: { of: another } }));
const markedAs = (way: Way, original: Way): Drive => ({
  ...marks(409, 'office', way),
  asked: async (running) => {
    const [{ path }, { id: of }] = [await soFar.at(running, way), await soFar.at(running, original)];
    return { path: `${path}/duplicate-of`, body: { of }, watched: path };
  },
});
everyRejectionOf(MarkDuplicate, world, {
  ...triage(marks),
  'not-the-office': marks(403, 'lead', 'acknowledged'),
  'duplicate-of-itself': marks(422, 'office', 'acknowledged', ({ id }) => ({ body: { of: id } })),
  'no-such-original': marks(422, 'office', 'acknowledged'),
  'original-is-a-duplicate': markedAs('acknowledged', 'duplicate'),
  'has-duplicates-itself': markedAs('original', 'acknowledged'),
  'original-is-split': markedAs('part', 'split'),
});

const lifts = saying(() => ({
  method: 'DELETE',
  below: '/duplicate-of',
  body: { reason: 'Another matter' },
}));
everyRejectionOf(LiftDuplicateMark, world, {
  'no-such-opinion': lifts(404, 'office', 'unsent'),
  'not-the-office': lifts(403, 'leading', 'duplicate'),
  'not-a-duplicate': lifts(409, 'office', 'acknowledged'),
});

const parts = (first: string, second: string) => ({
  parts: [first, second].map((opinionId) => ({ opinionId, title: 'A leak', text: 'It leaks' })),
  reason: 'Two matters',
});
const splits = saying(() => ({ below: '/splitting', body: parts(another, randomUUID()) }));
everyRejectionOf(SplitOpinion, world, {
  ...triage(splits),
  'part-is-taken-back': { ...splits(409, 'office', 'takenBack'), instead: 'is-a-part' },
  'not-the-office': splits(403, 'leading', 'acknowledged'),
  'is-a-part': splits(409, 'office', 'part'),
  'part-named-twice': splits(422, 'office', 'acknowledged', () => ({ body: parts(another, another) })),
  'opinion-id-is-taken': {
    ...splits(409, 'office', 'acknowledged'),
    asked: async (running) => {
      const [{ path }, { id }] = [
        await soFar.at(running, 'acknowledged'),
        await soFar.at(running, 'submitted'),
      ];
      return { path: `${path}/splitting`, body: parts(another, id), watched: path };
    },
  },
});

const joins = saying(() => ({ method: 'DELETE', below: '/splitting', body: { reason: 'One after all' } }));
everyRejectionOf(JoinParts, world, {
  'no-such-opinion': joins(404, 'office', 'unsent'),
  'not-the-office': joins(403, 'lead', 'split'),
  'not-split': joins(409, 'office', 'acknowledged'),
  'part-is-in-hand': joins(409, 'office', 'partInHand'),
});

const opinion = { channel: 'web-form', topic: 'sent anew', title: 'A leak', text: 'The wash-house leaks' };
const key = randomUUID();
const sends = (status: number, more: object, headers: Readonly<Record<string, string>> = {}): Drive => ({
  status,
  who: 'anybody',
  asked: () =>
    Promise.resolve({
      method: 'POST',
      path: '/opinions',
      body: { ...opinion, ...more },
      headers,
      watched: '/opinions?topic=sent+anew',
    }),
});
everyRejectionOf(SubmitOpinion, world, {
  'channel-is-not-open': sends(403, { channel: 'hotline' }),
  'nobody-to-sign': sends(403, { signed: true }),
  'key-used-for-another': {
    ...sends(422, {}),
    asked: async (running) => {
      const sent = { method: 'POST', path: '/opinions', headers: { 'idempotency-key': key } };
      await running.people.as('anybody', { ...sent, body: { ...opinion, topic: 'sent twice' } });
      return { ...sent, body: { ...opinion, text: 'The roof leaks' }, watched: '/opinions?topic=sent+twice' };
    },
  },
});

const writes = saying(({ receipt }) => ({
  path: `/receipts/${receipt}/entries/${another}`,
  body: { text: 'It still leaks' },
}));
const entryOf = ({ receipt, other = '' }: OpinionSoFar) => ({
  path: `/receipts/${receipt}/entries/${other}`,
});
const aboutPart = (part: string) => ({ body: { text: 'It still leaks', part } });
everyRejectionOf(SubmitterWrites, world, {
  'no-such-receipt': writes(404, 'anybody', 'unsent'),
  'entry-id-is-taken': writes(409, 'anybody', 'asked', entryOf),
  'already-refused': writes(409, 'anybody', 'refused'),
  'already-told': writes(409, 'anybody', 'told'),
  'not-a-part-of-the-opinion': writes(404, 'anybody', 'split', () => aboutPart(another)),
  'part-is-taken-back': writes(409, 'anybody', 'takenBack', ({ id }) => aboutPart(id)),
});

const attaches = saying(({ receipt }) => attachmentOf(receipt, another));
everyRejectionOf(AttachFile, world, {
  'no-such-receipt': attaches(404, 'anybody', 'unsent'),
  'entry-id-is-taken': attaches(409, 'anybody', 'asked', ({ receipt, other = '' }) =>
    attachmentOf(receipt, other),
  ),
  'too-many-attachments': attaches(409, 'anybody', 'full'),
  'already-refused': attaches(409, 'anybody', 'refused'),
  'already-told': attaches(409, 'anybody', 'told'),
});

const appraises = saying(({ receipt }) => ({
  path: `/receipts/${receipt}/appraisal`,
  body: { appraisal: 'dissatisfied' },
}));
everyRejectionOf(AppraiseOutcome, world, {
  'no-such-receipt': appraises(404, 'anybody', 'unsent'),
  'not-told-yet': appraises(409, 'anybody', 'answered'),
  'already-appraised': appraises(409, 'anybody', 'appraised'),
});
