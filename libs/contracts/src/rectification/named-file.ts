import { IsBoolean, IsSha256 } from '../fields.js';
import type { Sha256 } from '../values.js';

/** Whether an event names a file. */
export class FileNaming {
  @IsBoolean() readonly named!: boolean;
}

/** Asked by whoever keeps the files, before one is removed. The answer holds for every event that is recorded by now. */
export class IsFileNamed {
  static readonly subject = 'rectification.is-file-named';
  static readonly reply = FileNaming;
  @IsSha256() readonly sha256!: Sha256;
}
