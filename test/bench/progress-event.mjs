import { randomUUIDv7 } from 'node:crypto';

/** About 300 bytes as it is handed to the store. */
export const newEvent = (n) => ({
  id: randomUUIDv7(),
  type: 'ProgressReported',
  version: 1,
  data: { taskId: n, text: '已现场查看' },
  actor: { role: 'unit', unit: '0190a5c4-0000-7000-8000-00000000000c' },
  correlationId: '0190a5c4-0000-7000-8000-000000000001',
  causationId: '0190a5c4-0000-7000-8000-000000000002',
  happenedAt: '2026-03-20T08:00:00.000Z',
});
