type Problem = {
  readonly type?: string;
  readonly title?: string;
  readonly errors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
};

/** The server understood and said no, in the words of its problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    /** The last part of the problem's type: `not-found`, `already-listed`. */
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

export const refusalIn = ({ status, text }: { readonly status: number; readonly text: string }): Refusal => {
  const { type = '', title = `HTTP ${String(status)}`, errors = {} } = problemIn(text);
  const fields = Object.values(errors).flatMap((field) => field.map(({ message }) => message));
  return new Refusal(status, type.slice(type.lastIndexOf('/') + 1), [title, ...fields].join('; '));
};

const problemIn = (text: string): Problem => {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
};
