/** The file of a service cannot be used as it is: the message says which, why, and what was asked of it. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}

// The codes of SQLite that an operator can do something about; the high bits of a code say more than is needed.
const REASONS: Readonly<Record<number, string>> = {
  5: 'another process keeps it locked',
  8: 'it cannot be written to',
  10: 'it cannot be read or written',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  26: 'it is not a database',
};

const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;

/** What SQLite says, in words for who runs the service. What is no word of SQLite is given back as it is. */
export const asFault = (file: string, error: unknown): unknown => {
  const code = codeOf(error);
  if (code === 0 || !(error instanceof Error)) return error;
  const reason = REASONS[code & 0xff];
  return new StoreFault(`${file}: ${reason === undefined ? '' : `${reason}: `}${error.message}`, {
    cause: error,
  });
};
