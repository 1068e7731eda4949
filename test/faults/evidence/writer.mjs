// node writer.mjs FOLDER SEED BYTES: puts files of so many bytes, each another, and a part of an upload after each, until
// it is killed or fails. Prints the hash of each file that was stored, then the number of the part, a line each.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { DEFAULT_LIMITS } from '@redress/evidence/limits';
import { openEvidence } from '@redress/evidence/open-evidence';

const [folder, seed, size] = process.argv.slice(2);
const upload = { id: `0190a5c4-0000-7000-8000-00000000000${seed}`, owner: 'writer' };

const pieces = function* (name) {
  const piece = createHash('sha512').update(name).digest();
  for (let left = Number(size); left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), piece);
};

try {
  const limits = { ...DEFAULT_LIMITS, bytes: 1e12, ownBytes: 1e14, parts: 1e6 };
  const { files, uploads } = await openEvidence(folder, limits);
  const begun = await uploads.begin(upload, { name: 'large.pdf' });
  if ('rejected' in begun) throw new Error(begun.rejected);
  for (let n = 1; ; n += 1) {
    const { sha256 } = await files.put(Readable.from(pieces(`${seed} ${n}`)), 'pdf');
    writeSync(1, `${sha256}\n`);
    const answer = await uploads.putPart(upload, n, Readable.from(pieces(`part ${n}`)));
    if ('rejected' in answer) throw new Error(answer.rejected);
    writeSync(1, `${n}\n`);
  }
} catch (error) {
  writeSync(2, `${error.name}: ${error.message}\n`);
  process.exitCode = 3;
}
