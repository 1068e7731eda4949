import type {
  FileRejection,
  SendingRejection,
  UploadRejection,
} from '@redress/contracts/evidence/rejections';
import { general } from './general.js';
import type { Text } from './text.js';

/** Why a file is not taken in as evidence, or a step on its way is refused. */
export const evidence: Readonly<Record<FileRejection | UploadRejection | SendingRejection, Text>> = {
  'empty-file': { en: 'The file is empty', zh: '文件为空' },
  'too-large': general['too-large'],
  'hash-differs': {
    en: 'The bytes that arrived are not those whose SHA-256 was given',
    zh: '收到的内容与所给的 SHA-256 不符',
  },
  'type-not-recognised': {
    en: 'The content is neither of a known type nor plain text',
    zh: '无法识别文件类型，且不是纯文本',
  },
  'type-not-allowed': { en: 'Files of this type are not taken', zh: '不接收此类型的文件' },
  executable: { en: 'The file is a program', zh: '文件是可执行程序' },
  script: { en: 'The file is a script', zh: '文件是脚本' },
  markup: {
    en: 'The file is HTML, SVG or XML, which can run scripts',
    zh: '文件为 HTML、SVG 或 XML，可能含脚本',
  },
  archive: {
    en: 'The file is an archive; send what is in it, each file by itself',
    zh: '文件是压缩包，请将其中的文件逐个上传',
  },
  'image-type-not-taken': {
    en: 'Pictures are taken as JPEG, PNG or WebP',
    zh: '图片仅接收 JPEG、PNG 或 WebP 格式',
  },
  'image-is-animated': { en: 'The picture is animated', zh: '不接收动态图片' },
  'too-many-pixels': { en: 'The picture has too many pixels', zh: '图片像素过多' },
  'has-macros': { en: 'The document has macros', zh: '文档含有宏' },
  'has-embedded-program': {
    en: 'The document carries a program or an embedded object',
    zh: '文档内嵌有程序或对象',
  },
  'has-active-content': {
    en: 'The document has scripts, actions or attached files in it',
    zh: '文档含有脚本、动作或附件',
  },
  'is-encrypted': {
    en: 'The document is encrypted; nobody could look inside',
    zh: '文档已加密，无法查看内容',
  },
  'entry-name-escapes': {
    en: 'The document has a part whose path leads out of it',
    zh: '文档中有部件的路径指向文档之外',
  },
  'expands-too-much': {
    en: 'The document becomes far too large when it is unpacked',
    zh: '文档解压后过大',
  },
  'text-is-not-utf-8': {
    en: 'The text is not UTF-8; save it as UTF-8',
    zh: '文本不是 UTF-8 编码，请另存为 UTF-8',
  },
  'text-has-control-characters': { en: 'The text has control characters', zh: '文本含有控制字符' },
  'cannot-be-examined': {
    en: 'Parts of the file cannot be read, or are too large to be examined',
    zh: '文件的部分内容无法读取，或过大而无法检查',
  },
  'is-damaged': { en: 'The file is damaged or incomplete', zh: '文件已损坏或不完整' },
  'no-such-upload': { en: 'There is no such upload', zh: '没有该上传任务' },
  'upload-id-is-taken': {
    en: 'An upload with other words was begun under this id',
    zh: '该编号下已有其他上传任务',
  },
  'too-many-open-uploads': {
    en: 'Too many uploads are open; try again later',
    zh: '进行中的上传任务过多，请稍后再试',
  },
  'too-many-own-uploads': {
    en: 'You have too many open uploads; finish one or give one up',
    zh: '您进行中的上传任务过多，请先完成或放弃其中一个',
  },
  'too-much-sent': {
    en: 'You have sent as much as one person may send in a day',
    zh: '您的上传量已达每人每日上限',
  },
  'no-such-part': { en: 'There is no part with this number', zh: '分片编号超出范围' },
  'part-differs': { en: 'This part has arrived with other bytes', zh: '该分片已上传，且内容不同' },
  'parts-missing': {
    en: 'Parts are missing; what is there need not be sent again',
    zh: '缺少分片，已收到的无需重传',
  },
  'size-differs': { en: 'More bytes arrived than were announced', zh: '收到的字节数超过声明的大小' },
  'already-finished': { en: 'The upload is finished', zh: '该上传任务已结束' },
  'may-not-send-files': {
    en: 'Only units, the office and the inspection team may send files',
    zh: '仅责任单位、督查办和督查组可上传文件',
  },
  'not-bytes': {
    en: 'The body must be the bytes of the file, sent as application/octet-stream',
    zh: '请求体须为文件内容（application/octet-stream）',
  },
  'no-such-file': {
    en: 'No such file is stored; send it first',
    zh: '没有存储该文件，请先上传',
  },
};
