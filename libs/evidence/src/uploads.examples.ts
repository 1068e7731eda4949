import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Opened } from './opened.examples.js';
import type { Upload } from './upload-folder.js';
import type { UploadRef } from './uploads.js';

export const ref: UploadRef = { id: '0190a5c4-1111-7aaa-8aaa-000000000001', owner: 'lead' };
export const other: UploadRef = { ...ref, id: '0190a5c4-1111-7aaa-8aaa-000000000002' };
export const about = { name: 'note.txt' };
export const [one, two, three] = ['The roof ', 'is tight ', 'again.'].map((part) => Buffer.from(part)) as [
  Buffer,
  Buffer,
  Buffer,
];

/** The ids of the uploads that are on the disk. */
export const inPlace = ({ folder }: Opened): readonly string[] =>
  readdirSync(join(folder, 'evidence-uploads')).filter((name) => name !== '.writing');

/** The numbers of the parts that have arrived. */
export const partsOf = (upload: Upload | object | undefined): readonly unknown[] =>
  upload && 'parts' in upload ? (upload.parts as readonly { part: number }[]).map(({ part }) => part) : [];
