import { HttpStatus } from '@nestjs/common';
import { PickType } from '@nestjs/swagger';
import type { Actor } from '@redress/contracts/envelope';
import { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { Problem } from '@redress/edge/problems';
import { displayName } from '@redress/evidence/display-name';
import { KINDS } from '@redress/evidence/kinds';
import type { Evidence } from '@redress/evidence/open-evidence';
import { senderOf } from './senders.js';

/** Type and size are those that it has. */
export class NamedFile extends PickType(EvidenceFile, ['sha256', 'name']) {}

/** With which status whoever names a file is refused. */
export const UNNAMED = {
  'may-not-send-files': HttpStatus.FORBIDDEN,
  'no-such-file': HttpStatus.UNPROCESSABLE_ENTITY,
} as const;

/**
 * The file as it is stored; from now on it is not collected before the event that names it must be there.
 * @throws Problem
 */
export const renewed = async (
  { files }: Pick<Evidence, 'files'>,
  { sha256, name }: NamedFile,
  actor: Actor,
): Promise<EvidenceFile> => {
  senderOf(actor);
  const stored = await files.renew(sha256);
  if (!stored) throw new Problem('no-such-file', HttpStatus.UNPROCESSABLE_ENTITY);
  const { kind, size } = stored;
  return { sha256, name: displayName(name, kind), type: KINDS[kind].mediaType, size };
};
