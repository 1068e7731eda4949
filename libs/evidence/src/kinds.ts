type About = { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] };

/** What is taken at all: the media type it is served as, and the endings its name may have, the usual one first. */
export const KINDS = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  text: { mediaType: 'text/plain; charset=utf-8', extensions: ['txt', 'csv'] },
  mp4: { mediaType: 'video/mp4', extensions: ['mp4', 'm4v'] },
  mov: { mediaType: 'video/quicktime', extensions: ['mov'] },
  m4a: { mediaType: 'audio/mp4', extensions: ['m4a'] },
  mp3: { mediaType: 'audio/mpeg', extensions: ['mp3'] },
} as const satisfies Readonly<Record<string, About>>;

export type Kind = keyof typeof KINDS;

const kinds = Object.keys(KINDS) as Kind[];

/** The kind whose usual ending this is. */
export const kindEnding = (extension: string): Kind | undefined =>
  kinds.find((kind) => KINDS[kind].extensions[0] === extension);
