export type EvidenceLimits = {
  /** Of one file, as it is sent and as it is stored. */
  readonly bytes: number;
  /** Of an image. One of so many takes four bytes each while it is examined. */
  readonly pixels: number;
  /** Of one upload; they are numbered from 1. */
  readonly parts: number;
  /** Uploads begun and not finished, of everybody together. */
  readonly openUploads: number;
  /** The same of one person. */
  readonly ownUploads: number;
  /** Of one person in uploads that are not forgotten yet, finished or not. */
  readonly ownBytes: number;
  /** How long an upload may lie without a new part; and after how long a finished one is forgotten. */
  readonly idleHours: number;
};

export const DEFAULT_LIMITS: EvidenceLimits = {
  bytes: 200 * 1024 * 1024,
  pixels: 50_000_000,
  parts: 1_000,
  openUploads: 100,
  ownUploads: 10,
  ownBytes: 2 * 1024 * 1024 * 1024,
  idleHours: 24,
};

/** @throws RangeError when a variable is set to what is no whole number from 1 on, or one person could send no file. */
export const limitsFromEnvironment = (): EvidenceLimits => {
  const limits = limitsAsSet();
  if (limits.ownBytes < limits.bytes)
    throw new RangeError('REDRESS_EVIDENCE_OWN_BYTES must not be less than REDRESS_EVIDENCE_BYTES');
  return limits;
};

const limitsAsSet = (): EvidenceLimits => ({
  bytes: count('REDRESS_EVIDENCE_BYTES', process.env['REDRESS_EVIDENCE_BYTES'], DEFAULT_LIMITS.bytes),
  pixels: count('REDRESS_EVIDENCE_PIXELS', process.env['REDRESS_EVIDENCE_PIXELS'], DEFAULT_LIMITS.pixels),
  parts: count('REDRESS_EVIDENCE_PARTS', process.env['REDRESS_EVIDENCE_PARTS'], DEFAULT_LIMITS.parts),
  openUploads: count(
    'REDRESS_EVIDENCE_OPEN_UPLOADS',
    process.env['REDRESS_EVIDENCE_OPEN_UPLOADS'],
    DEFAULT_LIMITS.openUploads,
  ),
  ownUploads: count(
    'REDRESS_EVIDENCE_OWN_UPLOADS',
    process.env['REDRESS_EVIDENCE_OWN_UPLOADS'],
    DEFAULT_LIMITS.ownUploads,
  ),
  ownBytes: count(
    'REDRESS_EVIDENCE_OWN_BYTES',
    process.env['REDRESS_EVIDENCE_OWN_BYTES'],
    DEFAULT_LIMITS.ownBytes,
  ),
  idleHours: count(
    'REDRESS_EVIDENCE_IDLE_HOURS',
    process.env['REDRESS_EVIDENCE_IDLE_HOURS'],
    DEFAULT_LIMITS.idleHours,
  ),
});

const count = (name: string, value: string | undefined, otherwise: number): number => {
  if (value === undefined || value === '') return otherwise;
  if (!/^[1-9]\d{0,14}$/.test(value))
    throw new RangeError(`${name} must be a whole number from 1 on, not ${JSON.stringify(value)}`);
  return Number(value);
};
