/** Lets only so many do something at the same time; who comes later waits until another is through. */
export class Turns {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async take<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    if (this.taken < this.most) this.taken += 1;
    else
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }
}
