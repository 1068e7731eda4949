/** At most so many, and no more is asked for. */
export async function* firstOf<Item>(count: number, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let taken = 0;
  for await (const item of items) {
    yield item;
    taken += 1;
    if (taken >= count) return;
  }
}
