/** More came than may come. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The same bytes; @throws TooLarge before more than so many have passed. */
export const atMost = async function* (
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLarge(`more than ${String(limit)} bytes`);
    yield chunk;
  }
};
