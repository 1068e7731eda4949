import type { EvidenceLimits } from './limits.js';
import type { Upload } from './upload-folder.js';

/** However small, an upload counts as so much: it is a folder and two files. */
const LEAST_BYTES = 65_536;

/** Why nobody, or not this person, may have the uploads that there are now; undefined when they may. */
export const tooMany = (
  uploads: readonly Upload[],
  owner: string,
  limits: EvidenceLimits,
): 'too-many-open-uploads' | 'too-many-own-uploads' | 'too-much-sent' | undefined => {
  const own = uploads.filter(({ begun }) => begun.owner === owner);
  const bytes = own.reduce((sum, upload) => sum + Math.max(bytesOf(upload, limits), LEAST_BYTES), 0);
  if (own.filter(isOpen).length > limits.ownUploads) return 'too-many-own-uploads';
  if (bytes > limits.ownBytes) return 'too-much-sent';
  return uploads.filter(isOpen).length > limits.openUploads ? 'too-many-open-uploads' : undefined;
};

const isOpen = ({ outcome }: Upload): boolean => outcome === undefined;

/** Of an open one, what it may still become. */
const bytesOf = ({ begun, outcome }: Upload, limits: EvidenceLimits): number => {
  if (!outcome) return begun.size ?? limits.bytes;
  return 'rejected' in outcome ? 0 : outcome.size;
};
