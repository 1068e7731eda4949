import { type Command, Option } from 'commander';
import { Trouble } from '../trouble.js';
import { dataFolder, say, tried } from './backup-command.js';

type Print = (text: string, isBad?: boolean) => void;
type Options = { readonly from: string; readonly to: string; readonly service?: string[] };

const EVENTS = ['sqlite', 'kurrentdb'];
const FILES = ['folder', 'bucket'];
const PLACES = [...EVENTS, ...FILES];

/** Events from one engine to the other, while nothing runs; or files of evidence from one place to the other. */
export const moveCommand = (operate: Command, print: Print): void => {
  operate
    .command('move')
    .addOption(
      new Option('--from <place>', 'where the events, or the files, are')
        .choices(PLACES)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--to <place>', 'where they shall be').choices(PLACES).makeOptionMandatory())
    .option('--service <service...>', 'only these (default: every service)')
    .description(
      'take all events to the other engine, or all files of evidence to the other place, and compare; interrupted, the same command goes on',
    )
    .addHelpText('after', `\n${ABOUT}`)
    .action(async ({ from, to, service }: Options) => {
      if (from === to) throw new Trouble('--from and --to are the same.');
      if (FILES.includes(from) !== FILES.includes(to))
        throw new Trouble(
          `What is in ${from} is nothing for ${to}: it is sqlite and kurrentdb, or folder and bucket.`,
        );
      if (FILES.includes(from)) {
        await moveEvidence(from, to, print);
        return;
      }
      const { kurrentUrl, SERVICES } = await import('@redress/operations/engine');
      const { openKurrent } = await import('@redress/operations/kurrent');
      const { move } = await import('@redress/operations/move/move');
      const unknown = service?.find((name) => !(SERVICES as readonly string[]).includes(name));
      if (unknown !== undefined)
        throw new Trouble(`${unknown} has no events; those who have: ${SERVICES.join(', ')}.`);
      const services = SERVICES.filter((name) => service?.includes(name) ?? true);
      const direction = from === 'sqlite' ? 'sqlite-to-kurrentdb' : 'kurrentdb-to-sqlite';
      const moved = await tried(async () => {
        const kurrent = openKurrent(kurrentUrl(process.env), process.env['REDRESS_KURRENTDB_PREFIX']);
        try {
          return await move({ data: dataFolder(), direction, kurrent, services, say });
        } finally {
          kurrent.close();
        }
      });
      for (const { service: name, events, hash } of moved.services)
        print(`${name}: ${String(events)} events, ${hash}`);
      print(`ledger ${moved.head}\nBoth hold the same. Start the services with REDRESS_EVENTS=${to}.`);
    });
};

const moveEvidence = async (from: string, to: string, print: Print): Promise<void> => {
  const { openBucket, openFolder } = await import('@redress/operations/evidence/place');
  const { moveFiles } = await import('@redress/operations/evidence/move-files');
  const { brought, there, damaged } = await tried(async () => {
    const bucket = await openBucket(process.env);
    try {
      const folder = await openFolder(dataFolder());
      return await (from === 'folder'
        ? moveFiles(folder, bucket.files, say)
        : moveFiles(bucket.files, folder, say));
    } finally {
      bucket.close();
    }
  });
  for (const hash of damaged) say(`The file ${hash} is not as it was stored, and stays where it is.`);
  const next =
    brought === 0
      ? `Start the gateway with REDRESS_EVIDENCE=${to}.`
      : 'Stop the gateway, if it runs, and do this once more: it brings what came meanwhile.';
  print(
    `${String(brought)} files were moved, ${String(there)} were there already. ${next}`,
    damaged.length > 0,
  );
};

const ABOUT = `Files of evidence: REDRESS_DATA and REDRESS_S3_URL are set as for the gateway, which may run the first time. Each
file is read where it was put.

Events: everything must be stopped, and REDRESS_DATA and REDRESS_KURRENTDB_URL (_PREFIX) set as for the services.
What was there before is left where it is. Rows are given up, and what the broker of npm start carries (nats/): both are
made again at the next start. With a broker of your own, delete its streams EVENTS and DEAD_LETTERS; with rows in MongoDB,
drop the databases: they stand at positions of the engine before.`;
