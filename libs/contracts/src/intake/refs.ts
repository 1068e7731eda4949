import { IsAnything, IsId } from '../fields.js';
import type { EntryId, OpinionId } from '../values.js';

/** Which opinion; its id is answered when it is sent. */
export class OpinionRef {
  @IsId() readonly opinionId!: OpinionId;
}

/** Which question about which opinion; whoever asks makes up the id. */
export class QuestionRef extends OpinionRef {
  @IsId() readonly entryId!: EntryId;
}

/** Which opinion, for whoever holds its receipt. What is no receipt at all is as unknown as a wrong one. */
export class ReceiptRef {
  @IsAnything(500) readonly receipt!: string;
}
