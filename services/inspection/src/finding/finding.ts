import type { FindingStatus } from '@redress/contracts/inspection/finding-words';
import {
  type FindingContent,
  type FindingEvent,
  findingEvents,
} from '@redress/contracts/inspection/finding.events';
import type { Day, EntryId, FindingId, PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type DataOf<Type extends FindingEvent['type']> = Extract<FindingEvent, { type: Type }>['data'];

/** Which finding of which unit, and where it comes from. */
export type AboutFinding = Omit<
  DataOf<'FindingDrafted'>,
  keyof FindingContent | 'itemId' | 'entryId' | 'text' | 'visitRevision'
>;
/** A finding that is part of this one. */
export type Source = Omit<DataOf<'FindingTookIn'>, 'findingId' | 'entryId'>;
/** What was done under an id that whoever did it made up. */
export type Act = Extract<
  FindingEvent,
  { type: 'FindingChanged' | 'FindingJoined' | 'FindingSplit' | 'FindingWithdrawn' | 'FindingIssued' }
>;

export type KnownFinding = {
  readonly status: FindingStatus;
  readonly about: AboutFinding;
  readonly content: FindingContent;
  /** As an inspector put it on record; absent of a draft, and of what was split off. */
  readonly recorded?: DataOf<'FindingRecorded'>;
  /** What it was split off. */
  readonly from?: FindingId;
  /** Who wrote what it says. */
  readonly authors: readonly PersonId[];
  readonly communicatedOn?: Day;
  readonly comments: ReadonlyMap<EntryId, string>;
  readonly acts: ReadonlyMap<EntryId, Act>;
  /** Into which other one, under which id. */
  readonly joining?: Pick<DataOf<'FindingJoined'>, 'entryId' | 'into'> | undefined;
  /** By the id of the joining; and every joining that there ever was. */
  readonly sources: ReadonlyMap<EntryId, Source>;
  readonly joinings: ReadonlySet<EntryId>;
  /** What its items came to, in the visit as it was submitted last. */
  readonly judged?: Omit<DataOf<'FindingItemsJudged'>, 'findingId'> | undefined;
  readonly withdrawal?: Pick<DataOf<'FindingWithdrawn'>, 'ground' | 'reason'> | undefined;
  /** Until that was refused. */
  readonly issuing?: DataOf<'FindingIssued'> | undefined;
  readonly refusals: ReadonlyMap<EntryId, DataOf<'FindingRefused'>['reason']>;
  readonly task?: DataOf<'FindingTaskFollowed'>;
};
export type Finding = { readonly status: 'unknown' } | KnownFinding;

const evolve = (finding: Finding, event: FindingEvent): Finding => {
  const { type, data } = event;
  if (type === 'FindingRecorded') return { ...begun(data), recorded: data, authors: [data.by] };
  if (type === 'FindingSplitOff') return splitOff(data);
  if (type === 'FindingDrafted') return drafted(data);
  if (finding.status === 'unknown') return finding;
  const after = changed(finding, event);
  return { ...after, status: statusOf(after) };
};

const begun = (data: AboutFinding & FindingContent): KnownFinding => {
  const { findingId, visitId, unit, roundId, teamId, kind, seenOn } = data;
  return {
    status: 'recorded',
    about: { findingId, visitId, unit, ...(roundId && { roundId }), teamId, kind, seenOn },
    content: contentIn(data),
    authors: [],
    comments: new Map(),
    acts: new Map(),
    sources: new Map(),
    joinings: new Set(),
    refusals: new Map(),
  };
};

const splitOff = (data: DataOf<'FindingSplitOff'>): KnownFinding => {
  const { from, authors, communicatedOn } = data;
  const finding = { ...begun(data), from, authors };
  return communicatedOn ? { ...finding, status: 'communicated', communicatedOn } : finding;
};

const drafted = (data: DataOf<'FindingDrafted'>): KnownFinding => {
  const { visitRevision, itemId } = data;
  return { ...begun(data), status: 'drafted', judged: { visitRevision, failing: [itemId], notFailing: [] } };
};

export const contentIn = ({ fact, basis, severity, restsOn, files }: FindingContent): FindingContent => ({
  fact,
  basis,
  ...(severity !== undefined && { severity }),
  restsOn,
  files,
});

type LaterEvent = Exclude<FindingEvent, { type: 'FindingRecorded' | 'FindingDrafted' | 'FindingSplitOff' }>;

const changed = (finding: KnownFinding, event: LaterEvent): KnownFinding => {
  const { type, data } = event;
  switch (type) {
    case 'FindingChanged':
    case 'FindingSplit': {
      const content = contentIn(data);
      return {
        ...finding,
        ...acted(finding, event),
        ...written(finding, data.by),
        content,
        judged: undefined,
      };
    }
    case 'FindingCommunicated':
      return { ...finding, communicatedOn: data.on };
    case 'FindingCommented':
      return { ...finding, comments: new Map([...finding.comments, [data.entryId, data.text]]) };
    case 'FindingJoined': {
      const { entryId, into } = data;
      return { ...finding, ...acted(finding, event), joining: { entryId, into } };
    }
    case 'FindingTookIn': {
      const { entryId } = data;
      const joinings = new Set([...finding.joinings, entryId]);
      return { ...finding, joinings, sources: new Map([...finding.sources, [entryId, sourceIn(data)]]) };
    }
    case 'FindingGaveBack':
      return { ...finding, sources: new Map([...finding.sources].filter(([id]) => id !== data.entryId)) };
    case 'FindingParted':
      return { ...finding, joining: undefined };
    case 'FindingItemsJudged':
      return { ...finding, judged: data };
    case 'FindingWithdrawn': {
      const { ground, reason } = data;
      return {
        ...finding,
        ...acted(finding, event),
        withdrawal: { ground, ...(reason !== undefined && { reason }) },
      };
    }
    case 'FindingRestored':
      return { ...finding, withdrawal: undefined };
    case 'FindingIssued': {
      const { communicatedOn = data.on } = finding;
      return { ...finding, ...acted(finding, event), communicatedOn, issuing: data };
    }
    case 'FindingRefused': {
      const refusals = new Map([...finding.refusals, [data.attempt, data.reason] as const]);
      return { ...finding, issuing: undefined, refusals };
    }
    case 'FindingTaskFollowed':
      return { ...finding, task: data };
  }
};

const sourceIn = ({ findingId: _, entryId: __, ...source }: DataOf<'FindingTookIn'>): Source => source;

const acted = ({ acts }: KnownFinding, act: Act): Pick<KnownFinding, 'acts'> => {
  const id = act.type === 'FindingIssued' ? act.data.attempt : act.data.entryId;
  return id ? { acts: new Map([...acts, [id, act]]) } : { acts };
};

const written = ({ authors }: KnownFinding, by: PersonId): Pick<KnownFinding, 'authors'> => ({
  authors: [...new Set([...authors, by])],
});

const statusOf = (finding: KnownFinding): FindingStatus => {
  const { withdrawal, joining, task, issuing } = finding;
  if (withdrawal ?? task?.standing === 'withdrawn') return 'withdrawn';
  if (joining) return 'joined';
  if (task) return task.standing === 'closed' ? 'closed' : 'in-hand';
  if (issuing) return 'issued';
  return asUnissued(finding);
};

/** How it stands, or will stand again, as long as nothing else is made of it. */
export const asUnissued = ({
  communicatedOn,
  content,
}: Pick<KnownFinding, 'communicatedOn' | 'content'>): FindingStatus => {
  if (communicatedOn) return 'communicated';
  return content.severity === undefined ? 'drafted' : 'recorded';
};

export const findings: Aggregate<Finding, FindingEvent> = {
  ...findingEvents,
  initial: { status: 'unknown' },
  evolve,
};
