import type { AccountRejection } from '@redress/contracts/identity/accounts';
import type { FactorRejection } from '@redress/contracts/identity/enrolment';
import type { InvitationRejection, OpeningRejection } from '@redress/contracts/identity/invitations';
import type { ProofRejection } from '@redress/contracts/identity/proofs';
import type { ProviderRejection } from '@redress/contracts/identity/providers';
import type {
  AskingRejection,
  DecidingRejection,
  FetchingRejection,
} from '@redress/contracts/identity/registrations';
import type { SessionRejection } from '@redress/contracts/identity/sessions';
import type { SignInRejection } from '@redress/contracts/identity/sign-in';
import type { Text } from './text.js';

type Told = 'not-the-operator' | 'no-such-person' | 'does-not-hold-it' | 'person-has-left';
type IdentityRejection = Exclude<
  | AccountRejection
  | AskingRejection
  | DecidingRejection
  | FetchingRejection
  | FactorRejection
  | ProofRejection
  | ProviderRejection
  | InvitationRejection
  | OpeningRejection
  | SessionRejection
  | SignInRejection,
  Told
>;

/** Why identity rejects a command; what the directory says as well has its text there. */
export const identity: Readonly<Record<IdentityRejection, Text>> = {
  'wrong-credentials': {
    en: 'Roster number and password do not belong together, or this account cannot be used',
    zh: '编号与密码不符，或该账户不可使用',
  },
  'too-many-attempts': {
    en: 'Too many attempts; try again in a quarter of an hour',
    zh: '尝试次数过多，请一刻钟后再试',
  },
  'no-such-account': { en: 'There is no such account', zh: '没有这个账户' },
  'account-open-already': {
    en: 'The account is open already; it can be reset',
    zh: '该账户已开通，可予重置',
  },
  'account-locked': { en: 'The account is locked', zh: '该账户已停用' },
  'invitation-is-over': {
    en: 'This request was answered with an invitation that was used, was replaced, or has expired; invite anew, with another Idempotency-Key',
    zh: '此请求先前给出的邀请已使用、已被替换或已过期，请换用另一个 Idempotency-Key 重新邀请',
  },
  'no-such-invitation': {
    en: 'This invitation was used, has expired, or never was one',
    zh: '该邀请已使用、已过期或不存在',
  },
  'set-up-already': {
    en: 'This token was used, was replaced by that of a later start, or never was one',
    zh: '该令牌已使用、已被后来的启动替换，或不存在',
  },
  'password-too-short': { en: 'A password has at least 12 characters', zh: '密码至少 12 个字符' },
  'password-too-simple': {
    en: 'This password is one that is guessed early: a few characters over and over, or in a row',
    zh: '该密码过于简单：少数字符重复或连续',
  },
  'no-such-provider': { en: 'There is no such provider', zh: '没有这个身份提供方' },
  'provider-does-not-answer': {
    en: 'The provider does not answer as it should; try again',
    zh: '身份提供方未正常响应，请重试',
  },
  'sign-in-not-begun-here': {
    en: 'This sign-in was not begun in this browser, or took too long; begin again',
    zh: '此次登录并非由本浏览器发起，或已超时，请重新登录',
  },
  'provider-refused': { en: 'The provider did not let you in', zh: '身份提供方拒绝了登录' },
  'proof-does-not-hold': {
    en: 'What the provider says does not prove who you are',
    zh: '身份提供方的应答不足以证明身份',
  },
  'nobody-of-that-number': {
    en: 'The provider names nobody who is registered here',
    zh: '身份提供方所示人员未在此登记',
  },
  'linked-otherwise': {
    en: 'This account is linked to somebody else there, or the provider names another person than before',
    zh: '该账户已与另一身份关联，或身份提供方所示人员与此前不符',
  },
  'not-this-step': {
    en: 'This sign-in is not completed with that; it says itself with what',
    zh: '此次登录不能以该方式完成，请按提示的方式继续',
  },
  'wrong-code': {
    en: 'This code is wrong, has expired, or was used already',
    zh: '验证码错误、已过期或已使用',
  },
  'passkey-not-accepted': { en: 'This passkey is not accepted', zh: '该通行密钥未被接受' },
  'no-passkeys-here': {
    en: 'Browsers have no passkeys for a bare address; open it by its name, on this machine as localhost',
    zh: '浏览器不能为 IP 地址使用通行密钥，请通过域名访问（本机用 localhost）',
  },
  'passkey-known-already': { en: 'This passkey is enrolled already', zh: '该通行密钥已登记' },
  'proof-too-old': {
    en: 'Say again who you are, with the password or a second factor; the last time was more than ten minutes ago',
    zh: '请先用密码或第二因素再次验证身份，上次验证已超过十分钟',
  },
  'signs-in-elsewhere': {
    en: 'This account has no password here; its second factor is a matter of the provider at which it signs in',
    zh: '该账户在此没有密码，第二因素由其登录的身份提供方负责',
  },
  'too-many-factors': {
    en: 'Nobody has more than ten second factors; remove one',
    zh: '第二因素最多十个，请先移除一个',
  },
  'no-such-factor': { en: 'You have no such second factor', zh: '您没有这个第二因素' },
  'no-such-enrolment': {
    en: 'This enrolment was not begun by you, is over, or took too long; begin again',
    zh: '该登记并非由您发起、已完成或已超时，请重新开始',
  },
  'second-factor-required': {
    en: 'In your posts a second factor is required; enrol another one before you remove the last',
    zh: '您的岗位须有第二因素，请先登记另一个再移除最后一个',
  },
  'no-factor-yet': {
    en: 'Recovery codes stand in for a second factor; enrol one first',
    zh: '恢复码用于代替第二因素，请先登记一个第二因素',
  },
  'registration-id-is-taken': {
    en: 'This is the id of another request, or of one that is over; ask with another id',
    zh: '该编号已用于其他申请或已办结的申请，请换用另一个编号',
  },
  'no-such-registration': {
    en: 'There is no such request, or this is not its code',
    zh: '没有这项申请，或查询码不符',
  },
  'may-not-decide-on-registrations': {
    en: 'Only the office or the operator decides who is registered',
    zh: '仅督查办或运维员可办理登记申请',
  },
  'registration-is-refused': { en: 'This request was refused', zh: '该申请已被驳回' },
  'registration-is-accepted': { en: 'This request was accepted', zh: '该申请已获通过' },
  'registration-has-lapsed': {
    en: 'This request has lapsed, and what was typed is gone; ask anew',
    zh: '该申请已失效，所填内容已清除，请重新申请',
  },
  'not-answered-yet': { en: 'This request was not answered yet', zh: '该申请尚未办理' },
  'invitation-was-fetched': {
    en: 'The invitation was fetched already; whoever did not fetch it themselves tells the office',
    zh: '该邀请已被领取；如非本人领取，请告知督查办',
  },
  'holds-a-post': {
    en: 'This number is of somebody who holds a post; the operator invites them in person',
    zh: '该编号属于在岗人员，须由运维员当面邀请',
  },
  'invited-already': {
    en: 'Somebody was invited for this number already, and that invitation is still good',
    zh: '该编号已有尚在有效期内的邀请',
  },
  'no-such-session': { en: 'There is no such session of yours', zh: '您没有这个会话' },
};
