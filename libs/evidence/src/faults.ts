/** Evidence cannot be kept or read: the message says where and why. */
export class EvidenceFault extends Error {
  override readonly name = 'EvidenceFault';
}

/** What is stored no longer has the hash under which it was. */
export class DamagedFile extends EvidenceFault {}

// What an operator can do something about.
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it cannot be read or written by this user',
  EDQUOT: 'the quota of this user is used up',
  EFBIG: 'the file would be larger than this user may write',
  EIO: 'the disk cannot be read or written',
  EMFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a folder',
  EPERM: 'it cannot be read or written by this user',
  EROFS: 'it cannot be written to',
};

export const codeOf = (error: unknown): string | undefined =>
  (error as { readonly code?: string } | undefined)?.code;

/** An error of the file system in words for who runs the service; any other error is given back as it is. */
export const asFault = (place: string, error: unknown): unknown => {
  const reason = REASONS[codeOf(error) ?? ''];
  return reason === undefined
    ? error
    : new EvidenceFault(`${place}: ${reason} (${String(error)})`, { cause: error });
};

/** What `act` answers, or undefined when the file that it is about is not there. */
export const unlessAbsent = async <Result>(act: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await act;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};
