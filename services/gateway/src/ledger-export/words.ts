import type { ExtensionStatus } from '@redress/contracts/rectification/extend-deadline';
import type {
  CardColour,
  CardRule,
  CardStatus,
  EscalationKind,
  EscalationStatus,
  IssueChannel,
  TaskStatus,
} from '@redress/contracts/rectification/words';
import type { Text } from '@redress/edge/texts/text';

type Words<Word extends string> = Readonly<Record<Word, Text>>;

export const STATUSES: Words<TaskStatus> = {
  assigned: { en: 'assigned', zh: '已交办' },
  returned: { en: 'returned by the unit', zh: '已退回' },
  accepted: { en: 'accepted', zh: '已接收' },
  planned: { en: 'being worked on', zh: '整改中' },
  'close-out-requested': { en: 'close-out requested', zh: '已申请销号' },
  verified: { en: 'verified', zh: '已核验' },
  'on-notice': { en: 'on public notice', zh: '公示中' },
  closed: { en: 'closed', zh: '已销号' },
  withdrawn: { en: 'withdrawn after review', zh: '复核后撤回' },
};

export const CHANNELS: Words<IssueChannel> = {
  'web-form': { en: 'web form', zh: '网络表单' },
  'opinion-box': { en: 'opinion box', zh: '意见箱' },
  symposium: { en: 'symposium', zh: '座谈会' },
  questionnaire: { en: 'questionnaire', zh: '调查问卷' },
  talk: { en: 'talk', zh: '个别谈话' },
  chat: { en: 'chat', zh: '即时消息' },
  hotline: { en: 'hotline', zh: '热线' },
  open311: { en: 'Open311', zh: 'Open311' },
  'file-import': { en: 'imported file', zh: '文件导入' },
  inspection: { en: 'inspection', zh: '督查发现' },
};

export const EXTENSIONS: Words<ExtensionStatus> = {
  pending: { en: 'pending', zh: '待批' },
  granted: { en: 'granted', zh: '同意' },
  refused: { en: 'refused', zh: '不同意' },
  lapsed: { en: 'lapsed', zh: '失效' },
};

export const COLOURS: Words<CardColour> = {
  blue: { en: 'blue card', zh: '蓝牌' },
  yellow: { en: 'yellow card', zh: '黄牌' },
  red: { en: 'red card', zh: '红牌' },
};

export const RULES: Words<CardRule> = {
  'near-due': { en: 'near due', zh: '临近期限' },
  overdue: { en: 'overdue', zh: '逾期' },
  'long-overdue': { en: 'long overdue', zh: '严重逾期' },
  'yellow-unanswered': { en: 'yellow card unanswered', zh: '黄牌未回应' },
  office: { en: 'by the office', zh: '办公室亮牌' },
};

export const CARDS: Words<CardStatus> = {
  'in-force': { en: 'in force', zh: '有效' },
  appealed: { en: 'appealed', zh: '申诉中' },
  withdrawn: { en: 'withdrawn', zh: '已撤销' },
  ended: { en: 'ended', zh: '已终止' },
};

export const STEPS: Words<EscalationKind> = {
  'formal-talk': { en: 'formal talk', zh: '约谈' },
  circular: { en: 'circular', zh: '通报' },
};

export const STEP_STATUSES: Words<EscalationStatus> = {
  proposed: { en: 'proposed', zh: '已提出' },
  approved: { en: 'approved', zh: '已批准' },
  refused: { en: 'refused', zh: '未批准' },
  'carried-out': { en: 'carried out', zh: '已实施' },
  lapsed: { en: 'lapsed', zh: '失效' },
};

export const SHEET: Text = { en: 'Ledger', zh: '整改台账' };

/** What stands between the parts of one cell. */
export const AND: Text = { en: '; ', zh: '；' };
export const IS: Text = { en: ': ', zh: '：' };

export const SAID = {
  criterion: { en: 'criterion', zh: '标准' },
  by: { en: 'by', zh: '责任人' },
  due: { en: 'due', zh: '期限' },
  done: { en: 'done', zh: '完成' },
  verified: { en: 'verified', zh: '核验通过' },
  rejected: { en: 'rejected', zh: '核验退回' },
  on: { en: 'seen on', zh: '核验日期' },
  where: { en: 'where', zh: '地点' },
  file: { en: 'file', zh: '文件' },
} satisfies Readonly<Record<string, Text>>;
