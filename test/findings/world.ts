import type { Envelope } from '@redress/contracts/envelope';
import { type Event, streamOf } from '@redress/contracts/event';
import { issueFinding as issuing, words } from '@redress/contracts/inspection/finding-commands.examples';
import {
  caseOfFinding,
  draftIdOf,
  issueIdOfFinding,
  taskIdOfFinding,
} from '@redress/contracts/inspection/finding-ids';
import {
  inspectorsNamed,
  meetingNoted,
  seenAt,
  visitId,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import { inspector } from '@redress/contracts/rectification/people.examples';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  accepted,
  closed,
  reassigned,
  reopened,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CaseId, EntryId, FindingId, ItemId, MessageId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { StoppedClock } from '@redress/eventsourcing/clock';
import type { Decision } from '@redress/eventsourcing/decision';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { changeFinding } from '../../services/inspection/src/change-finding/change-finding.js';
import { findingList } from '../../services/inspection/src/finding-list/finding-list.js';
import type { Decide } from '../../services/inspection/src/finding/decide.js';
import { type Finding, findings } from '../../services/inspection/src/finding/finding.js';
import { FollowFindingsReaction } from '../../services/inspection/src/follow-findings/follow-findings.reaction.js';
import { FollowTaskReaction } from '../../services/inspection/src/follow-task/follow-task.reaction.js';
import { issueFinding } from '../../services/inspection/src/issue-finding/issue-finding.js';
import { giveBack, joinFinding } from '../../services/inspection/src/join-finding/join-finding.js';
import { Found } from '../../services/inspection/src/must-find/found.js';
import { MustFindReaction } from '../../services/inspection/src/must-find/must-find.reaction.js';
import { recordFinding } from '../../services/inspection/src/record-finding/record-finding.js';
import { splitFinding } from '../../services/inspection/src/split-finding/split-finding.js';
import { TakeRefusalReaction } from '../../services/inspection/src/take-refusal/take-refusal.reaction.js';
import { checklist } from '../../services/inspection/src/visit/histories.examples.js';
import { asHead, asRecused } from '../../services/inspection/src/visit/standing.examples.js';
import { type KnownVisit, type Visit, visits } from '../../services/inspection/src/visit/visit.js';
import { withdrawFinding } from '../../services/inspection/src/withdraw-finding/withdraw-finding.js';
import { ListFindingReaction } from '../../services/rectification/src/list-finding/list-finding.reaction.js';
import { membershipsOf } from '../../services/rectification/src/membership/memberships.examples.js';
import { policiesOf } from '../../services/rectification/src/policy/policies.examples.js';
import { tasks } from '../../services/rectification/src/task/task.js';
import { CutOffStore, LateDeliveries } from '../merging/late-deliveries.js';
import { givenBack, handedIn, MUST } from './visit-steps.js';

const id = (kind: number, n: number): string =>
  `0190a5c4-88${String(kind)}0-7aaa-8aaa-${String(n).padStart(12, '0')}`;
const MADE_UP = Array.from({ length: 4 }, (_, n) => id(1, n) as FindingId);
export const FINDINGS = [...MADE_UP, ...MUST.map((itemId) => draftIdOf(visitId, itemId))];

/** Read models that are as far as the log whenever somebody asks. */
class KeptUp extends InMemoryReadModels {
  constructor(private readonly store: CutOffStore) {
    super();
  }

  override async reached(): Promise<boolean> {
    await rebuild(this.store, this, findingList, new AbortController().signal);
    return true;
  }
}

/** Inspection and rectification with their stores and reactions, and one visit with its findings. */
export class World {
  readonly inspection = new CutOffStore(new StoppedClock(seenAt));
  readonly rectification = new CutOffStore(new StoppedClock(seenAt));
  readonly deliveries: LateDeliveries;
  private commands = 0;

  private constructor() {
    const { inspection, rectification } = this;
    const clock = new StoppedClock(seenAt);
    const found = new Found(inspection, new KeptUp(inspection));
    const listing = new ListFindingReaction(rectification, clock, membershipsOf({}), policiesOf());
    this.deliveries = new LateDeliveries([
      { reaction: new MustFindReaction(found), store: inspection, category: 'visit' },
      { reaction: new FollowFindingsReaction(inspection, found), store: inspection, category: 'finding' },
      { reaction: listing, store: inspection, category: 'finding' },
      { reaction: new FollowTaskReaction(inspection, clock), store: rectification, category: 'task' },
      { reaction: new TakeRefusalReaction(inspection), store: rectification, category: 'issue' },
    ]);
  }

  static async begin(): Promise<World> {
    const world = new World();
    await world.visited([visitPlanned, inspectorsNamed, visitOpened, meetingNoted]);
    return world;
  }

  /** It is handed in with these items failed. */
  async submit(failing: readonly ItemId[]): Promise<void> {
    if ((await this.visit()).status === 'submitted') return;
    await this.visited(handedIn(failing, () => this.entry()));
  }

  async reopen(): Promise<void> {
    if ((await this.visit()).status === 'submitted') await this.visited([givenBack(this.entry())]);
  }

  async record(findingId: FindingId, items: readonly ItemId[]): Promise<void> {
    const command = { ...words, findingId, visitId, restsOn: restingOn(items) };
    await this.acts(findingId, recordFinding(command, this.writer(), seenAt, await this.ground()));
  }

  async change(findingId: FindingId, items: readonly ItemId[]): Promise<void> {
    const command = {
      ...words,
      findingId,
      entryId: this.entry(),
      restsOn: restingOn(items),
      reason: 'Better',
    };
    await this.acts(findingId, changeFinding(command, this.writer(), await this.ground()));
  }

  /** `looked`: as the visit was when somebody looked. */
  async withdraw(findingId: FindingId, looked?: KnownVisit): Promise<void> {
    const command = { findingId, entryId: this.entry(), reason: 'It is not so' };
    const ground = { ...(await this.ground()), ...(looked && { visit: looked }) };
    await this.acts(findingId, withdrawFinding(command, this.writer(), ground));
  }

  async split(findingId: FindingId, newFindingId: FindingId, items: readonly ItemId[]): Promise<void> {
    const whole = await this.finding(findingId);
    if (whole.status === 'unknown') return;
    const going = whole.content.restsOn.filter(({ itemId }) => items.includes(itemId));
    const staying = whole.content.restsOn.filter(({ itemId }) => !items.includes(itemId));
    const [left, part] = [
      { ...words, restsOn: staying },
      { ...words, restsOn: going },
    ];
    const command = { findingId, newFindingId, entryId: this.entry(), left, part, reason: 'Two' };
    const isTaken = (await this.finding(newFindingId)).status !== 'unknown';
    await this.acts(findingId, splitFinding(command, this.writer(), await this.ground(), isTaken));
  }

  /** `looked`: as the other one was when somebody looked. */
  async join(findingId: FindingId, into: FindingId, looked?: Finding): Promise<void> {
    const command = { findingId, into, entryId: this.entry(), reason: 'One' };
    const target = looked ?? (await this.finding(into));
    const { visit } = await this.ground();
    await this.acts(findingId, joinFinding(command, this.writer(), visit, target));
  }

  /** One of those that are part of another, whichever is picked. */
  async part(pick: number): Promise<void> {
    const all = await Promise.all(FINDINGS.map((id) => this.finding(id)));
    const joined = all.flatMap((finding) =>
      finding.status !== 'unknown' && finding.joining
        ? [{ findingId: finding.about.findingId, ...finding.joining }]
        : [],
    );
    const one = joined[pick % Math.max(joined.length, 1)];
    if (!one) return;
    const { findingId, entryId, into } = one;
    const { visit } = await this.ground();
    await this.acts(into, giveBack({ findingId, entryId, reason: 'Two' }, this.writer(), visit));
  }

  async issue(findingId: FindingId, change: Partial<typeof issuing>, isRecused = false): Promise<void> {
    const { visit } = await this.ground();
    const command = { ...issuing, findingId, entryId: this.entry(), ...change };
    await this.acts(findingId, issueFinding(command, this.writer(isRecused), visit, [inspector.person]));
  }

  /** Its task goes on: accepted, returned and assigned anew, closed, opened again, or taken back by a review. */
  async goOn(findingId: FindingId, pick: number): Promise<void> {
    const taskId = taskIdOfFinding(findingId);
    const last = (await this.rectification.read(streamOf(tasks, taskId))).at(-1);
    if (!last || last.type === 'TaskWithdrawn') return;
    const next = nextOf(last.type, pick);
    const issues = [issueIdOfFinding(findingId)];
    const event = {
      ...next,
      data: { ...next.data, taskId, ...('issues' in next.data && { issues }) },
    } as TaskEvent;
    await this.commanded(this.rectification, tasks, taskId, caseOfFinding(findingId), () => [event]);
  }

  finding(findingId: FindingId): Promise<Finding> {
    return load(this.inspection, findings, findingId);
  }

  visit(): Promise<Visit> {
    return load(this.inspection, visits, visitId);
  }

  private async ground() {
    return { visit: (await this.visit()) as KnownVisit, checklist };
  }

  private writer(isRecused = false) {
    return { actor: inspector, standing: isRecused ? { ...asRecused, part: 'head' as const } : asHead };
  }

  private entry(): EntryId {
    return id(4, (this.commands += 1)) as EntryId;
  }

  private async acts(findingId: FindingId, decide: Decide): Promise<void> {
    await this.commanded(this.inspection, findings, findingId, caseOfFinding(findingId), decide);
  }

  private visited(events: readonly VisitEvent[]): Promise<void> {
    return this.commanded(this.inspection, visits, visitId, visitId as string as CaseId, () => events);
  }

  /** A command that is cut off is sent again with the same cause, as callers do. */
  private async commanded<State, E extends Event, Reason extends string>(
    store: CutOffStore,
    aggregate: Aggregate<State, E>,
    stream: string,
    correlationId: CaseId,
    decide: (state: State) => Decision<E, Reason>,
  ): Promise<void> {
    const causationId = id(9, (this.commands += 1)) as MessageId;
    const envelope: Envelope = { actor: inspector, correlationId, causationId, happenedAt: seenAt };
    const send = () => transact(store, aggregate, stream, envelope, decide);
    await send().catch(send);
  }
}

const restingOn = (items: readonly ItemId[]) => items.map((itemId) => ({ itemId }));

const nextOf = (last: string, pick: number): TaskEvent => {
  if (last === 'TaskReturned') return reassigned;
  if (last === 'TaskClosed') return pick % 3 === 0 ? taskWithdrawn : reopened;
  return [accepted, returned, closed, taskWithdrawn][pick % 4] ?? closed;
};
