import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent, RestsOn } from '@redress/contracts/inspection/finding.events';
import type { SplitFinding } from '@redress/contracts/inspection/record-finding';
import type { FindingId, Instant } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { asUnissued, type Finding, type KnownFinding } from '../finding/finding.js';
import { baseless, type Ground } from '../finding/grounds-of-words.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { plain, saidBefore } from '../finding/said-before.js';
import { asWriter, type Writer } from '../finding/who-writes.js';

type Split = Extract<FindingEvent, { type: 'FindingSplit' }>['data'];

/** A part of it becomes another finding. What it rests on goes to one of the two or to both, and nothing is lost. */
export const splitFinding =
  (command: SplitFinding, writer: Writer, ground: Ground, isTaken: boolean) =>
  (finding: Finding): Decision<FindingEvent, FindingRejection> => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = asWriter(ground.visit, writer);
    if ('rejected' in act) return act;
    const { left, part, ...split } = plain(command);
    const before = saidBefore(finding, command.entryId, 'FindingSplit', { ...split, ...left, part });
    if (before) return before === 'repeat' ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);
    if (isTaken || command.newFindingId === command.findingId) return reject('finding-is-another');
    const without = baseless([...left.restsOn, ...part.restsOn], ground);
    if (without) return reject(without);
    if (!covers([...left.restsOn, ...part.restsOn], finding.content.restsOn)) return reject('items-are-lost');

    const stands = asUnissued({ ...finding, content: left });
    return [{ type: 'FindingSplit', data: { ...split, ...left, part, stands, ...act } }];
  };

const covers = (those: readonly RestsOn[], all: readonly RestsOn[]): boolean =>
  all.every(({ itemId }) => those.some((one) => one.itemId === itemId));

/** The other side: the part is a finding of its own, under the id that is named. */
export const splitOff =
  ({ findingId, part }: Split, newFindingId: FindingId, whole: KnownFinding, at: Instant) =>
  (finding: Finding): Decision<FindingEvent, 'finding-is-another'> => {
    if (finding.status !== 'unknown') return finding.from === findingId ? [] : reject('finding-is-another');
    const { authors, communicatedOn, about } = whole;
    const told = communicatedOn && { communicatedOn };
    const data = {
      ...about,
      findingId: newFindingId,
      ...part,
      from: findingId,
      at,
      authors,
      ...told,
    };
    return [{ type: 'FindingSplitOff', data }];
  };
