import { IsSha256 } from '../fields.js';
import { FileNaming } from '../rectification/named-file.js';
import type { Sha256 } from '../values.js';

/** Asked by whoever keeps the files, before one is removed. The answer holds for every event that is recorded by now. */
export class IsNamedInVisits {
  static readonly subject = 'inspection.is-file-named';
  static readonly reply = FileNaming;
  @IsSha256() readonly sha256!: Sha256;
}
