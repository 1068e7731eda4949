import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { ReceiptView } from '@redress/contracts/intake/receipt';
import type {
  CaseId,
  Instant,
  OpinionId,
  PersonId,
  Position,
  PostId,
  UnitId,
} from '@redress/contracts/values';
import type { Officer } from '../sign-in/posts.js';
import type { Row } from '../table-file/table.js';
import type { CaseColumn } from './case-row.js';
import type { Walk } from './walk-case.js';

export const opinionId = '0190a5c4-0000-5aaa-8aaa-0000000000c1' as OpinionId;

export const row: Row<CaseColumn> = {
  line: 12,
  number: 3,
  cells: {
    id: 'p01',
    author: 'S0000',
    title: 'A3区滨河路夜宵摊噪音扰民',
    submitted_at: '2024-03-04T21:40:00+08:00',
    text: '每天营业到凌晨两点',
    reply: '已于3月12日整改',
    replied_at: '2024-03-15T10:20:00+08:00',
  },
};

const officer = (name: string): Officer => ({
  token: name,
  person: `person ${name}` as PersonId,
  post: `post ${name}` as PostId,
  unit: `unit ${name}` as UnitId,
});

export const people = {
  office: officer('office'),
  inspector: officer('inspector'),
  head: officer('head'),
  responsible: officer('responsible'),
};

const places = ['OpinionSubmitted', 'OpinionAcknowledged', 'TaskAssigned'] as const;
const serviceOf = (type: string): 'intake' | 'rectification' =>
  type.startsWith('Opinion') ? 'intake' : 'rectification';

/** A short case that came to its end. */
export const walked: Walk = {
  line: 12,
  reply: row.cells.reply,
  sent: { receipt: 'ABCD', opinionId },
  acknowledged: places.map((yields, index) => ({
    yields,
    post: people.office.post,
    service: serviceOf(yields),
    position: `0${String(index)}` as Position,
  })),
  isOver: true,
};

const reactions = ['IssueListed', 'TaskBegunOnIssue', 'TaskClosedOnIssue', 'IssueResolved', 'OutcomeTold'];

const entry = (type: string, position: string, actor: AuditedEvent['actor']): AuditedEvent =>
  ({ type, service: serviceOf(type), position, actor }) as unknown as AuditedEvent;

export const history: CaseHistory = {
  caseId: opinionId as string as CaseId,
  entries: [
    ...places.map((type, index) =>
      entry(type, `0${String(index)}`, { role: 'office', post: people.office.post }),
    ),
    ...reactions.map((type, index) => entry(type, `1${String(index)}`, { role: 'system' })),
  ],
  complete: true,
};

export const receipt = { status: 'told', outcome: row.cells.reply } as ReceiptView;

export const now = '2026-01-01T00:00:00.000Z' as Instant;
