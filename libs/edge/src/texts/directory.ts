import type { DeputyRejection } from '@redress/contracts/directory/deputies';
import type { ErasureRejection } from '@redress/contracts/directory/erasure';
import type { LeaverRejection } from '@redress/contracts/directory/leavers';
import type { PersonRejection } from '@redress/contracts/directory/people';
import type { PostRejection } from '@redress/contracts/directory/posts';
import type { ReadingRejection } from '@redress/contracts/directory/readings';
import type { TokenRejection } from '@redress/contracts/directory/tokens';
import type { TopicRejection } from '@redress/contracts/directory/topics';
import type { UnitRejection } from '@redress/contracts/directory/units';
import type { Text } from './text.js';

type DirectoryRejection =
  | DeputyRejection
  | ErasureRejection
  | LeaverRejection
  | UnitRejection
  | PostRejection
  | PersonRejection
  | ReadingRejection
  | TokenRejection
  | TopicRejection;

/** Why the directory rejects a command. */
export const directory: Readonly<Record<DirectoryRejection, Text>> = {
  'may-not-change-the-organisation': {
    en: 'Only the operator or the office may change the organisation',
    zh: '仅运维员或督查办可更改组织机构',
  },
  'nobody-who-reads': {
    en: 'What is about people is shown only to those who say who they are',
    zh: '涉及个人的内容仅向表明身份者显示',
  },
  'nobody-with-this-id': { en: 'The directory knows nobody with this id', zh: '没有该编号的人员' },
  'not-the-office': { en: 'Only the office may do this', zh: '仅督查办可办理' },
  'not-the-leading-group': { en: 'Only the leading group may do this', zh: '仅领导小组可办理' },
  'on-legal-hold': {
    en: 'A legal hold keeps this person from being erased',
    zh: '该人员处于依法保全中，不可删除',
  },
  'no-such-hold': { en: 'There is no such legal hold', zh: '没有这项依法保全' },
  'hold-is-another': { en: 'There is another legal hold with this id', zh: '该编号下已有另一项依法保全' },
  'erasure-not-proposed': {
    en: 'Nobody has proposed to erase this person',
    zh: '尚无人提出删除该人员的数据',
  },
  'erasure-proposed-already': {
    en: 'It is proposed already; another person approves or refuses it',
    zh: '已提出删除，须由另一人批准或驳回',
  },
  'proposed-by-oneself': {
    en: 'Who proposed to erase somebody does not approve it as well',
    zh: '提出删除者不得自行批准',
  },
  'already-erased': {
    en: 'The data of this person is erased, or about to be',
    zh: '该人员的数据已删除或正在删除',
  },
  'no-such-unit': { en: 'There is no such unit', zh: '没有这个单位' },
  'no-such-parent': { en: 'There is no such parent unit', zh: '没有这个上级单位' },
  'parent-not-there-then': { en: 'The parent unit is not there on that day', zh: '上级单位在该日不存在' },
  'its-own-ancestor': { en: 'A unit cannot be above itself', zh: '单位不能成为自身的上级' },
  'unit-dissolved': { en: 'The unit is dissolved', zh: '该单位已撤销' },
  'not-later-than-the-last-change': {
    en: 'The past is not rewritten: the day must be later than that of the last change',
    zh: '不可改写历史：日期须晚于上一次变更',
  },
  'no-such-post': { en: 'There is no such post', zh: '没有这个岗位' },
  'unit-not-there-then': { en: 'The unit is not there on that day', zh: '该单位在该日不存在' },
  'no-such-person': { en: 'There is nobody with this roster number', zh: '没有该编号的人员' },
  'person-has-left': {
    en: 'This person has left the organisation; who is back is recorded as back first',
    zh: '该人员已离职；如已返回，须先登记返回',
  },
  'post-is-another': {
    en: 'There is another post with this code; what a post is never changes',
    zh: '该代码已属另一岗位，岗位设定不可更改',
  },
  'before-the-post': { en: 'The post is not there on that day', zh: '该岗位在该日不存在' },
  'ends-before-it-begins': { en: 'The last day is before the first', zh: '结束日期早于开始日期' },
  'already-held-then': {
    en: 'The post is held at that time; one person holds it at a time',
    zh: '该岗位在此期间已有任职者，同一时间仅一人任职',
  },
  'does-not-hold-it': { en: 'This person does not hold the post', zh: '该人员未任此岗位' },
  'holding-ended-otherwise': {
    en: 'This holding ended on another day, and the past is not rewritten',
    zh: '该任职已于另一日期结束，不可改写',
  },
  'may-not-name-deputies': {
    en: 'Only whoever holds the post, the office or the operator names who acts in it',
    zh: '仅任职者本人、督查办或运维员可指定代理人',
  },
  'nobody-holds-it-then': {
    en: 'Nobody holds the post on all these days',
    zh: '该岗位在此期间并非始终有人任职',
  },
  'deputy-holds-it': { en: 'This person holds the post', zh: '该人员即为任职者' },
  'begins-in-the-past': { en: 'A deputy acts from today on, or later', zh: '代理不得早于今日开始' },
  'deputy-for-too-long': { en: 'A deputy acts for 366 days at most', zh: '代理最长 366 天' },
  'another-deputy-then': { en: 'Somebody else acts in the post then', zh: '在此期间已有其他代理人' },
  'deputy-id-of-another': { en: 'This is the id of another deputy', zh: '该编号属于另一代理' },
  'no-such-deputy': { en: 'There is no such deputy', zh: '没有这个代理' },
  'not-the-operator': { en: 'Only the operator may do this', zh: '仅运维员可办理' },
  'expires-in-the-past': { en: 'The token would have expired already', zh: '令牌到期时间已过' },
  'expires-too-late': { en: 'A token is good for 366 days at most', zh: '令牌有效期最长 366 天' },
  'key-used-for-another': {
    en: 'This Idempotency-Key was used for something else',
    zh: '该 Idempotency-Key 已用于其他内容',
  },
  'may-not-change-the-topics': {
    en: 'Only the operator or the office may change the classification of topics',
    zh: '仅运维员或督查办可更改主题分类',
  },
  'topic-level-left-out': {
    en: 'A level of the topic is left out above the last one',
    zh: '主题缺少上一级分类',
  },
  'topic-id-of-another': { en: 'This is the id of another topic', zh: '该编号属于另一主题' },
  'token-is-revoked': { en: 'The token is revoked', zh: '该令牌已吊销' },
  'token-has-expired': { en: 'The token has expired', zh: '该令牌已过期' },
  'token-is-replaced': {
    en: 'Another token has taken its place already',
    zh: '该令牌已被另一令牌替换',
  },
  'no-such-token': { en: 'There is no such token', zh: '没有这个令牌' },
};
