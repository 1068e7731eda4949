import type { AttachmentSeen } from '@redress/contracts/intake/opinion-desk';
import { found } from '@redress/edge/problems';
import { displayName } from '@redress/evidence/display-name';
import { KINDS, type Kind } from '@redress/evidence/kinds';
import type { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { send } from '../evidence/sending.js';

/** Answers with the bytes of a file that a submitter added; they gave it no name. @throws Problem */
export const sendAttached = (
  evidence: Pick<Evidence, 'files'>,
  file: Pick<AttachmentSeen, 'sha256' | 'type'> | undefined,
  seen: string | undefined,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { sha256, type } = found<Pick<AttachmentSeen, 'sha256' | 'type'>>(file ?? { rejected: 'not-found' });
  return send(evidence, { sha256, name: displayName('attachment', kindOf(type)) }, seen, reply);
};

const kindOf = (type: string): Kind =>
  (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].mediaType === type) ?? 'text';
