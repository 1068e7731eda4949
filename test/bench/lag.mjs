import { setTimeout as pause } from 'node:timers/promises';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import { accepted, envelopeOf, OFFICE, submitted } from './messages/opinions.mjs';
import { INTAKE, withServices } from './messages/running.mjs';
import { summary } from './rounds.mjs';

const ROUNDS = 5;
const PER_SECOND = 500;
const SECONDS = 4;

/** From the answer to a command until a query that asks for what it wrote is answered, the way there and back included. */
const lagOf = async (services, opinionId) => {
  const { position } = accepted(await services.send(AcknowledgeOpinion, { opinionId }, envelopeOf(OFFICE)));
  const answered = performance.now();
  const row = await services.ask(SeeOpinion, { opinionId, atLeast: position }, OFFICE);
  if (row.status !== 'acknowledged') throw new Error(`read ${JSON.stringify(row)} at ${position}`);
  return performance.now() - answered;
};

/** At an even pace, whatever the answers take. */
const p99 = async (services) => {
  const ids = await submitted(services, PER_SECOND * SECONDS);
  const started = performance.now();
  const lags = [];
  for (const [n, opinionId] of ids.entries()) {
    const early = (n / PER_SECOND) * 1_000 - (performance.now() - started);
    if (early > 1) await pause(early);
    lags.push(lagOf(services, opinionId));
  }
  const sorted = (await Promise.all(lags)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)];
};

const lag = () =>
  withServices([INTAKE], async (services) => {
    await p99(services);
    const measured = [];
    for (let round = 0; round < ROUNDS; round += 1) measured.push(await p99(services));
    return {
      what: `projection lag after an append, p99, at ${PER_SECOND} commands/s (ms)`,
      ours: summary(measured),
      atMost: 50,
    };
  });

export const figures = [lag];
