import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { isAnonymous } from '@redress/contracts/anonymity';
import type { Actor } from '@redress/contracts/envelope';
import { idIn, type Scope } from '@redress/telemetry/scope';

const REQUEST_HEADER = 'Redress-Request';

/** What goes beside a question that is asked while at work on something: to which request it belongs. */
export const headersOf = (about: Scope | undefined): MsgHdrs | undefined => {
  if (!about?.requestId || about.isAnonymous) return undefined;
  const beside = headers();
  beside.set(REQUEST_HEADER, about.requestId);
  return beside;
};

/** What a service is at work on when such a question came. Who asks is not known before it was read. */
export const scopeIn = (beside: MsgHdrs | undefined): Scope => ({
  isAnonymous: true,
  requestId: idIn(beside?.get(REQUEST_HEADER)),
});

/** As it came: nothing of it was checked. */
export type Question = {
  readonly envelope?: { readonly actor?: Partial<Actor> };
  readonly actor?: Partial<Actor>;
};

/** Whoever names no role is taken for somebody without a name, and so is whoever acts without one. */
export const isAskedWithoutAName = ({ envelope, actor }: Question): boolean => {
  const { role, person } = envelope?.actor ?? actor ?? {};
  return role === undefined || isAnonymous({ role, ...(person !== undefined && { person }) });
};
