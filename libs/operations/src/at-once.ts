/**
 * Does something with each, some at the same time. The first that fails ends it: no other is begun, and it is told once those
 * under way are over.
 */
export const atOnce = async <Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  most: number,
  act: (item: Item) => Promise<void>,
): Promise<void> => {
  const each = inTurn(items);
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    try {
      while (failures.length === 0) {
        const next = await each.next();
        if (next.done) return;
        await act(next.value);
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  await each.return(undefined);
  if (failures.length > 0) throw failures[0];
};

async function* inTurn<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item, undefined> {
  yield* items;
}
