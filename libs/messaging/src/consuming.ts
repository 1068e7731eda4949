/** What consumes in batches in this process, and what it is called where names must be few and lasting. */
export type Consuming = { readonly service: string; readonly name: string; readonly called: string };

const running = new Set<Consuming>();

export const consuming = (service: string): readonly Consuming[] =>
  [...running].filter((one) => one.service === service);

/** For as long as it runs, whoever asks how the service is finds it. */
export const whileConsuming = async (one: Consuming, run: () => Promise<void>): Promise<void> => {
  running.add(one);
  try {
    await run();
  } finally {
    running.delete(one);
  }
};
