import type { Command } from 'commander';
import type { DeadLetter, DeadLetters } from '@redress/contracts/upkeep/dead-letters';
import { textTable } from '../print/text-table.js';
import type { Settings } from '../sign-in/settings.js';
import { asOperator } from './operator.js';

type Print = (text: string, isBad?: boolean) => void;

/** Events that reactions gave up. The operator sees of which type, when and why, and never what is in them. */
export const deadLettersCommand = (operate: Command, settings: () => Settings, print: Print): void => {
  const letters = operate.command('dead-letters').description('events that a reaction gave up');

  letters
    .command('list')
    .option('--service <service>', 'only of this one')
    .option('--json', 'as they are')
    .description('the oldest first, at most 50 of each service')
    .action(async ({ service, json = false }: { service?: string; json?: boolean }) => {
      const ask = await asOperator(settings());
      const query = service === undefined ? '' : `?service=${encodeURIComponent(service)}`;
      const found = await ask<DeadLetters>({ path: `/dead-letters${query}` });
      print(json ? JSON.stringify(found, null, 2) : listText(found), found.letters.length > 0);
    });

  const one = (name: string, about: string) =>
    letters.command(name).argument('<service>').argument('<letter>', 'its id').description(about);

  one('show', 'one of them').action(async (service: string, letter: string) => {
    const ask = await asOperator(settings());
    print(JSON.stringify(await ask<DeadLetter>({ path: pathOf(service, letter) }), null, 2));
  });

  one('requeue', 'give it to its reaction once more; done twice, it is done once').action(
    async (service: string, letter: string) => {
      const ask = await asOperator(settings());
      await ask({ method: 'PUT', path: `${pathOf(service, letter)}/requeue` });
      print('Its reaction is done with it.');
    },
  );

  one('drop', 'give it up for good')
    .requiredOption('--reason <text>', 'is kept, with who did it, in the history of the case')
    .action(async (service: string, letter: string, { reason }: { reason: string }) => {
      const ask = await asOperator(settings());
      await ask({ method: 'PUT', path: `${pathOf(service, letter)}/drop`, body: { reason } });
      print('It is dropped.');
    });
};

const pathOf = (service: string, letter: string): string =>
  `/dead-letters/${encodeURIComponent(service)}/${encodeURIComponent(letter)}`;

const HEADING = ['service', 'letter', 'reaction', 'event', 'given up at', 'tries', 'error'];

const listText = ({ letters, more }: DeadLetters): string => {
  if (letters.length === 0) return 'There are none.';
  const rows = letters.map(({ service, id, reaction, type = '?', givenUpAt, attempts, error }) => [
    service,
    id,
    reaction,
    type,
    givenUpAt,
    String(attempts),
    error,
  ]);
  return `${textTable(HEADING, rows)}${more ? '\nThere are more behind these.' : ''}`;
};
