import type { AccountRejection } from '@redress/contracts/identity/accounts';
import type { InvitationRejection, OpeningRejection } from '@redress/contracts/identity/invitations';
import type { ProviderRejection } from '@redress/contracts/identity/providers';
import type { SessionRejection } from '@redress/contracts/identity/sessions';
import type { SignInRejection } from '@redress/contracts/identity/sign-in';
import type { Text } from './text.js';

type Told = 'not-the-operator' | 'no-such-person' | 'does-not-hold-it';
type IdentityRejection = Exclude<
  | AccountRejection
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
  'no-such-session': { en: 'There is no such session of yours', zh: '您没有这个会话' },
};
