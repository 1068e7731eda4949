import { IsCount, IsSha256, IsText } from '../fields.js';
import type { Sha256 } from '../values.js';

/** A stored file that is evidence: the hash says which, the store its media type and size in bytes, a person its name. */
export class EvidenceFile {
  @IsSha256() readonly sha256!: Sha256;
  @IsText(120) readonly name!: string;
  @IsText(100) readonly type!: string;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly size!: number;
}

/** As an event has it: plain JSON. */
export type EvidenceFileOfEvent = { [Field in keyof EvidenceFile]: EvidenceFile[Field] };
