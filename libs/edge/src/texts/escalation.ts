import type {
  CarryingOutRejection,
  EscalationAnswerRejection,
  ProposalRejection,
} from '@redress/contracts/rectification/escalate-task';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';

type EscalationRejection = ProposalRejection | EscalationAnswerRejection | CarryingOutRejection;

/** Why a formal talk or a circular is not proposed, not answered or not recorded; what others say too is beside them. */
export const escalation: Readonly<Record<Exclude<EscalationRejection, keyof typeof rectification>, Text>> = {
  'proposer-is-unnamed': {
    en: 'Whoever proposes must be a known person',
    zh: '提出人须有明确的姓名',
  },
  'not-a-step': {
    en: 'The rules that hold have no such step',
    zh: '现行规则没有这一步骤',
  },
  'no-card-that-grave': {
    en: 'No card is in force that is grave enough for this step',
    zh: '没有达到该步骤所需颜色的有效警示牌',
  },
  'another-proposal-is-open': {
    en: 'The same step was proposed already, and waits for an answer or to be carried out',
    zh: '同一步骤已提出，尚待批准或实施',
  },
  'step-before-not-taken': {
    en: 'The step before this one was not carried out on a card that is in force',
    zh: '前一步骤尚未就有效的警示牌实施',
  },
  'not-the-approver': {
    en: 'The rules that hold name others to approve this',
    zh: '按现行规则应由其他人员批准',
  },
  'approver-is-unnamed': {
    en: 'Whoever approves or refuses must be a known person',
    zh: '批准人须有明确的姓名',
  },
  'no-such-escalation': { en: 'There is no such proposal', zh: '没有该约谈或通报的提议' },
  'proposer-does-not-approve': {
    en: 'Nobody answers their own proposal, in whatever post',
    zh: '提出人不得以任何岗位审批本人的提议',
  },
  'escalation-already-answered': {
    en: 'The proposal was already answered otherwise',
    zh: '该提议已有其他答复',
  },
  'escalation-lapsed': {
    en: 'The proposal lapsed with the card on which it rested',
    zh: '所依据的警示牌已失效，该提议随之失效',
  },
  'escalation-not-approved': {
    en: 'The proposal is not approved',
    zh: '该提议尚未获批准',
  },
  'escalation-already-carried-out': {
    en: 'Something else was recorded of it already',
    zh: '已有其他实施记录',
  },
  'carried-out-in-the-future': {
    en: 'What was carried out must have been so by now',
    zh: '实施日期不能晚于今天',
  },
};
