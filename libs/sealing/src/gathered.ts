type Waiting<Item, Found> = {
  readonly item: Item;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Asks for one what is asked for many at once: what comes in the same turn goes out together, so many at most in one. An
 * answer that is an Error is thrown to whoever asked for that one; when the whole fails, all of its askers hear it.
 */
export const gathered = <Item, Found extends object>(
  ask: (items: readonly Item[]) => Promise<readonly (Found | Error)[]>,
  atOnce: number,
): ((item: Item) => Promise<Found>) => {
  let waiting: Waiting<Item, Found>[] = [];

  const send = async (batch: readonly Waiting<Item, Found>[]): Promise<void> => {
    try {
      const found = await ask(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const one = found[index];
        if (one === undefined || one instanceof Error) reject(one ?? new Error('there was no answer'));
        else resolve(one);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0)
        setImmediate(() => {
          const all = waiting;
          waiting = [];
          for (let from = 0; from < all.length; from += atOnce) void send(all.slice(from, from + atOnce));
        });
      waiting.push({ item, resolve, reject });
    });
};
