import { OmitType } from '@nestjs/swagger';
import type { Actor } from '@redress/contracts/envelope';
import { AreParts } from '@redress/contracts/fields';
import { FindingWords } from '@redress/contracts/inspection/record-finding';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import type { Evidence } from '@redress/evidence/open-evidence';
import { NamedFile, renewed } from '../evidence/renewed.js';

/** What a finding says, with its files as their sender names them. */
export class WordsSent extends OmitType(FindingWords, ['files']) {
  @AreParts(() => NamedFile, 0, 20) readonly files!: NamedFile[];
}

/** With its files as they are stored. @throws Problem */
export const withStored = async <Sent extends { readonly files: readonly NamedFile[] }>(
  evidence: Evidence,
  { files, ...words }: Sent,
  actor: Actor,
): Promise<Omit<Sent, 'files'> & { readonly files: EvidenceFile[] }> => ({
  ...words,
  files: await Promise.all(files.map((file) => renewed(evidence, file, actor))),
});
