import type { Command } from 'commander';
import type { Settings } from '../sign-in/settings.js';
import { backupCommand } from './backup-command.js';
import { moveCommand } from './move-command.js';

type Print = (text: string, isBad?: boolean) => void;

/** What operators do, beyond looking at `status`. */
export const operateCommand = (redress: Command, _settings: () => Settings, print: Print): void => {
  const operate = redress
    .command('ops')
    .description('for operators: how it goes, and what is to be done about it');
  backupCommand(operate, print);
  moveCommand(operate, print);
};
