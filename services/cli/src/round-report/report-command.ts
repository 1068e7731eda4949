import type { Command } from 'commander';
import type { Settings } from '../sign-in/settings.js';
import { reportText } from './report-text.js';
import { type ReportAsked, roundReport } from './round-report.js';

type Options = Omit<ReportAsked, 'round'> & { readonly json?: boolean };

/** `redress report ROUND`; what a check finds otherwise is bad. */
export const reportCommand = (
  redress: Command,
  settings: () => Settings,
  print: (text: string, isBad: boolean) => void,
): void => {
  redress
    .command('report')
    .argument('<round>', 'the id of the round')
    .option('--report <id>', 'which one (default: the last issued, else drafted, else the figures so far)')
    .option('--docx <file>', 'write it as a Word document; the file must not be there yet')
    .option('--html <file>', 'write it as a page that is ready to be printed; likewise')
    .option('--language <language>', 'of what is written: zh or en')
    .option('--check', 'count an issued report once more: does the same come out of the log')
    .option('--json', 'all figures as they are')
    .description('what a round came to, each figure with the events that it was counted from')
    .action(async (round: string, { json = false, ...asked }: Options) => {
      const report = await roundReport({ round, ...asked }, settings());
      print(json ? JSON.stringify(report, null, 2) : reportText(report), report.check?.same === false);
    });
};
