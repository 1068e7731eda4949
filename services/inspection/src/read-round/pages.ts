import type { Figure, ReportNote, ReportNumbers } from '@redress/contracts/inspection/report-numbers';

/** So many bytes of JSON go into one event and one message: far from what either may have. */
const MOST = 400_000;

type Some = { readonly figures: readonly Figure[]; readonly notes: readonly ReportNote[] };

/** The numbers, and after them the notes, in pieces that fit; at least one. */
export const piecesOf = ({ figures, notes }: Some, most = MOST): readonly Some[] => {
  const pieces: { figures: Figure[]; notes: ReportNote[] }[] = [];
  let room = 0;
  const piece = (one: object): (typeof pieces)[number] => {
    const size = Buffer.byteLength(JSON.stringify(one));
    let last = pieces.at(-1);
    if (!last || size > room) {
      last = { figures: [], notes: [] };
      pieces.push(last);
      room = most;
    }
    room -= size;
    return last;
  };
  for (const figure of figures) piece(figure).figures.push(figure);
  for (const note of notes) piece(note).notes.push(note);
  return pieces.length > 0 ? pieces : [{ figures: [], notes: [] }];
};

/** One of those pieces with all that stands around it; undefined behind the last. */
export const pageOfNumbers = (
  numbers: ReportNumbers,
  cursor = 0,
): { readonly numbers: ReportNumbers; readonly next?: number } | undefined => {
  const pieces = piecesOf(numbers);
  const piece = pieces[cursor];
  if (!piece) return undefined;
  return { numbers: { ...numbers, ...piece }, ...(cursor + 1 < pieces.length && { next: cursor + 1 }) };
};
