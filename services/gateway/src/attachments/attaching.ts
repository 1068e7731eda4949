import { HttpStatus, Injectable } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';
import { Evidence } from '@redress/evidence/open-evidence';
import type { Taken } from '@redress/evidence/take-in';
import { accepted } from '../evidence/accepted.js';

const A_FILE = 10 * 1024 * 1024;
const AN_HOUR = 2 * 1024 * 1024 * 1024;
const AT_ONCE = 4;
const HOUR_MS = 3_600_000;

/** What is taken of somebody who need not say who they are: what can be written anew, or hides nothing. */
const KINDS = ['jpeg', 'png', 'webp', 'text'] as const;

/**
 * Takes in the files that submitters add. All of them together are allowed so many bytes an hour
 * (`REDRESS_ATTACHED_BYTES_AN_HOUR`), and a few files at once: nothing is kept by which one could be told from another.
 */
@Injectable()
export class Attaching {
  private readonly perMs = Number(process.env['REDRESS_ATTACHED_BYTES_AN_HOUR'] ?? AN_HOUR) / HOUR_MS;
  private left = this.perMs * HOUR_MS;
  private at = performance.now();
  private underWay = 0;

  constructor(private readonly evidence: Evidence) {}

  /** @throws Problem when the file is refused, or too much comes at the moment. */
  async take(bytes: AsyncIterable<Uint8Array>): Promise<Taken> {
    this.refill();
    if (this.underWay >= AT_ONCE) throw tooMuch(5);
    if (this.left < A_FILE) throw tooMuch(Math.ceil((A_FILE - this.left) / this.perMs / 1_000));
    this.underWay += 1;
    try {
      return accepted(
        await this.evidence.takeIn.take(this.counted(bytes), { name: '' }, { bytes: A_FILE, kinds: KINDS }),
      );
    } finally {
      this.underWay -= 1;
    }
  }

  private async *counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.left -= chunk.byteLength;
      yield chunk;
    }
  }

  private refill(): void {
    const now = performance.now();
    this.left = Math.min(this.perMs * HOUR_MS, this.left + (now - this.at) * this.perMs);
    this.at = now;
  }
}

const tooMuch = (seconds: number): Problem =>
  new Problem('too-much-is-attached', HttpStatus.TOO_MANY_REQUESTS, {
    headers: { 'retry-after': String(seconds) },
  });
