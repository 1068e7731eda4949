/** Does something with each of many as they are read, at most so many at once. Ends with the first that fails. */
export const inParallel = async <Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> => {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const item of items) {
    const one = act(item)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= atOnce) await Promise.race(running);
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
};
