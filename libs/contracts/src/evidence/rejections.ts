/** Why a file is refused. */
export const FILE_REJECTIONS = [
  'empty-file',
  'too-large',
  'hash-differs',
  'type-not-recognised',
  'type-not-allowed',
  'executable',
  'script',
  'markup',
  'archive',
  'image-type-not-taken',
  'image-is-animated',
  'too-many-pixels',
  'has-macros',
  'has-embedded-program',
  'has-active-content',
  'is-encrypted',
  'entry-name-escapes',
  'expands-too-much',
  'text-is-not-utf-8',
  'text-has-control-characters',
  'cannot-be-examined',
  'is-damaged',
] as const;
export type FileRejection = (typeof FILE_REJECTIONS)[number];

/** Why a step of an upload is refused. */
export const UPLOAD_REJECTIONS = [
  'no-such-upload',
  'upload-id-is-taken',
  'too-many-open-uploads',
  'too-many-own-uploads',
  'too-much-sent',
  'no-such-part',
  'part-differs',
  'parts-missing',
  'size-differs',
  'already-finished',
  'too-large',
] as const;
export type UploadRejection = (typeof UPLOAD_REJECTIONS)[number];

/** Why somebody may not send a file at all, or may not name it as evidence. */
export const SENDING_REJECTIONS = ['may-not-send-files', 'not-bytes', 'no-such-file'] as const;
export type SendingRejection = (typeof SENDING_REJECTIONS)[number];
