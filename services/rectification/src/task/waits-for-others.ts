import { openCloseOut } from './close-outs.js';
import { type AssignedTask, pendingOf } from './task.js';

/**
 * Whether it is for others to answer what the lead unit asked in time, more time or close-out: meanwhile no card falls
 * due. A close-out asked for after the deadline does not count, but one that replaces what waited in time does; nor does
 * one that waits for the signature of the unit's own head.
 */
export const waitsForOthers = (task: AssignedTask): boolean => {
  const closeOut = openCloseOut(task.closeOuts);
  return pendingOf(task) !== undefined || (closeOut?.late === false && closeOut.signature !== 'awaited');
};
