import type { Command } from 'commander';
import { statusOf, statusText } from '../show-status/show-status.js';
import type { Settings } from '../sign-in/settings.js';
import { backupCommand } from './backup-command.js';
import { deadLettersCommand } from './dead-letters-command.js';
import { drillCommand } from './drill-command.js';
import { lagText } from './lag.js';
import { moveCommand } from './move-command.js';
import { rebuildCommand } from './rebuild-command.js';

type Print = (text: string, isBad?: boolean) => void;

/** What operators do. What a running system is asked or told goes through its gateway. */
export const operateCommand = (redress: Command, settings: () => Settings, print: Print): void => {
  const operate = redress
    .command('ops')
    .description('for operators: how it goes, and what is to be done about it');
  operate
    .command('status')
    .option('--json', 'as it is')
    .description('how the services are: what they hold, how far they are behind')
    .action(async ({ json = false }: { json?: boolean }) => {
      const status = await statusOf(settings());
      print(json ? JSON.stringify(status, null, 2) : statusText(status), !status.ready);
    });
  operate
    .command('lag')
    .option('--json', 'as it is')
    .description('how far behind each relay, projection and reaction is')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { services, ready } = await statusOf(settings());
      print(json ? JSON.stringify(services, null, 2) : lagText({ services }), !ready);
    });
  deadLettersCommand(operate, settings, print);
  rebuildCommand(operate, settings, print);
  backupCommand(operate, print);
  drillCommand(operate, print);
  moveCommand(operate, print);
};
