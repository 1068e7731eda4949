import type { EntryId, Sha256 } from '../values.js';
import type { AttachEvidence } from './attach-evidence.js';
import { leadUnit } from './people.examples.js';
import { taskId } from './task.examples.js';
import type { TaskEvent } from './task.events.js';

export const attachFile = {
  taskId,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000061' as EntryId,
  note: 'The floor on Friday',
  file: {
    sha256: '8a5edab282632443219e051e4ade2d1d5bbc671c781051bf1437897cbdfea0f1' as Sha256,
    name: 'floor.jpg',
    type: 'image/jpeg',
    size: 48_213,
  },
} satisfies AttachEvidence;
export const attachedFile = {
  type: 'EvidenceAttached',
  data: { ...attachFile, unit: leadUnit, sha256: attachFile.file.sha256 },
} satisfies TaskEvent;
