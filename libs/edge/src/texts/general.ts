import type { Erased, OutOfScope, Outdated } from '@redress/contracts/command';
import type { NoAnswer } from '@redress/contracts/query';
import type { Text } from './text.js';

/** What any request may meet, whatever it asks for. */
export const general = {
  malformed: { en: 'The request is not well formed', zh: '请求格式不正确' },
  'no-token': { en: 'A valid token is needed', zh: '需要有效的访问令牌' },
  'no-sign-in-here': {
    en: 'Browsers may sign in at this machine, or at the address that REDRESS_ORIGIN names',
    zh: '浏览器仅可在本机或 REDRESS_ORIGIN 指定的地址登录',
  },
  'from-another-site': { en: 'This was sent by a page of another site', zh: '该请求来自其他网站的页面' },
  'not-a-path-of-ours': {
    en: 'What returnTo names must be a path of this server',
    zh: 'returnTo 须为本服务器的路径',
  },
  'no-csrf-token': {
    en: 'The X-CSRF-Token of this session is missing or wrong',
    zh: '缺少本次会话的 X-CSRF-Token，或其不正确',
  },
  'out-of-scope': {
    en: 'The key with which you act is confined to other things',
    zh: '当前密钥的权限范围不包括此操作',
  },
  'not-found': { en: 'There is no such thing, or you may not see it', zh: '不存在，或您无权查看' },
  'no-such-route': { en: 'There is nothing at this address', zh: '该地址不存在' },
  'method-not-allowed': { en: 'This address does not take this method', zh: '该地址不支持此方法' },
  'not-yet': { en: 'Not ready yet; try again shortly', zh: '尚未就绪，请稍后再试' },
  'changed-meanwhile': { en: 'It was changed in the meantime', zh: '内容已被他人更改' },
  'person-is-erased': {
    en: 'The data of this person was erased; nothing more is kept of them',
    zh: '该人员的个人数据已被删除，不再保存其任何内容',
  },
  'too-many-without-a-name': {
    en: 'Too much is being said without a name just now; try again shortly',
    zh: '当前匿名提交过多，请稍后再试',
  },
  'too-much-is-attached': {
    en: 'Too many files are being added just now; try again shortly',
    zh: '当前提交的附件过多，请稍后再试',
  },
  'too-many-requests': {
    en: 'You ask for too much at a time; try again shortly',
    zh: '请求过于频繁，请稍后再试',
  },
  'too-many-unknown-tokens': {
    en: 'Too many tokens are tried just now that are good for nothing; try again shortly',
    zh: '当前无效令牌过多，请稍后再试',
  },
  'address-too-long': { en: 'The address is too long', zh: '地址过长' },
  'too-many-headers': { en: 'The request has too many headers', zh: '请求头过多' },
  'too-large': { en: 'What was sent is too large', zh: '发送的内容过大' },
  'too-slow': { en: 'The request did not arrive in time', zh: '请求未能及时送达' },
  'not-json': {
    en: 'The body must be JSON, sent as application/json',
    zh: '请求体须为 JSON（application/json）',
  },
  'may-not-record-the-past': {
    en: 'This token may not say that something happened earlier',
    zh: '此令牌不可补录过去的事项',
  },
  'in-the-future': { en: 'What happens has not happened yet', zh: '发生时间不能晚于现在' },
  unavailable: { en: 'A service does not answer; try again', zh: '服务暂无响应，请重试' },
  fault: { en: 'Something went wrong on our side', zh: '系统内部出错' },
} as const satisfies Readonly<Record<Outdated | Erased | OutOfScope | NoAnswer, Text>> &
  Readonly<Record<string, Text>>;
