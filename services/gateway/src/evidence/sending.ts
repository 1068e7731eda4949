import { HttpStatus, Logger } from '@nestjs/common';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { Problem } from '@redress/edge/problems';
import type { Evidence } from '@redress/evidence/open-evidence';
import { responseHeaders } from '@redress/evidence/response-headers';
import type { FastifyReply } from 'fastify';

const logger = new Logger('evidence');

/** Answers with the bytes of a file that an event names, unless the caller has them. @throws Problem */
export const send = async (
  { files }: Pick<Evidence, 'files'>,
  { sha256, name }: Pick<EvidenceFile, 'sha256' | 'name'>,
  seen: string | undefined,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (seen === `"${sha256}"`) return reply.status(HttpStatus.NOT_MODIFIED).header('etag', seen).send();
  const stored = await files.get(sha256);
  if (!stored) {
    logger.error(`an event names a file that is not stored: ${sha256}`);
    throw new Problem('fault', HttpStatus.INTERNAL_SERVER_ERROR);
  }
  return reply.headers(responseHeaders(stored, name)).send(stored.bytes);
};
