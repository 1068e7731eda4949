import { ApiExtension } from '@nestjs/swagger';

/** With which status each reason is answered. */
export type Statuses = Readonly<Record<string, number>>;

type Command = { readonly rejections: readonly string[] };

const KEPT_AS = 'x-refuses-';
const declared: (() => Statuses)[] = [];

/**
 * Declares how a route may fail besides what any may meet: as its command is rejected, or for reasons of its own. The
 * statuses may stand further down in the file, so they are looked at when the document is made.
 */
export function Refuses(command: Command, statuses: () => Statuses): MethodDecorator;
export function Refuses(reasons: Statuses): MethodDecorator;
export function Refuses(of: Command | Statuses, statuses?: () => Statuses): MethodDecorator {
  const lookedUp = (): Statuses => {
    if (!statuses) return of as Statuses;
    const { rejections } = of as Command;
    return Object.fromEntries(Object.entries(statuses()).filter(([reason]) => rejections.includes(reason)));
  };
  return ApiExtension(`${KEPT_AS}${String(declared.push(lookedUp) - 1)}`, true);
}

/** What a route declared, by what swagger kept of it; and all else that it kept. */
export const refusedAs = (operation: object): { readonly refused: Statuses; readonly rest: object } => {
  const [refusals, rest] = [true, false].map((is) =>
    Object.entries(operation).filter(([key]) => key.startsWith(KEPT_AS) === is),
  );
  const statuses = (refusals ?? []).map(([key]) => declared[Number(key.slice(KEPT_AS.length))]?.() ?? {});
  return { refused: Object.assign({}, ...statuses) as Statuses, rest: Object.fromEntries(rest ?? []) };
};
