const DUPLICATE_KEY = 11000;

/** Whether a document was not written because there is one with its id. */
export const isTaken = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === DUPLICATE_KEY;

/**
 * Of two who upsert one document at once the server refuses one. Asked again, it finds the document of the other, and does
 * to that what was asked.
 */
export const upserting = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act();
  } catch (error) {
    if (isTaken(error)) return act();
    throw error;
  }
};
