import { CODE, CommandFailed } from './mongo-failed.js';
import type { Doc } from './mongo-matching.js';

const EVERY =
  '$db lsid $clusterTime $readPreference txnNumber autocommit startTransaction writeConcern readConcern maxTimeMS comment';
const WRITE = 'ordered bypassDocumentValidation let';

/** What a server takes with each command. */
const OPTIONS: Readonly<Record<string, string>> = {
  ping: '',
  endSessions: '',
  killCursors: 'cursors',
  create: 'capped size max collation validator timeseries',
  createIndexes: 'indexes commitQuorum',
  listCollections: 'filter nameOnly authorizedCollections cursor',
  drop: '',
  dropDatabase: '',
  find: 'filter sort limit skip projection batchSize singleBatch hint collation allowDiskUse let',
  getMore: 'collection batchSize',
  aggregate: 'pipeline cursor allowDiskUse hint collation let bypassDocumentValidation explain',
  insert: `documents ${WRITE}`,
  update: `updates ${WRITE}`,
  delete: `deletes ${WRITE}`,
  findAndModify: `query update upsert new remove sort fields hint collation arrayFilters ${WRITE}`,
  commitTransaction: 'recoveryToken',
  abortTransaction: 'recoveryToken',
};

const IN_PARTS: Readonly<Record<string, string>> = {
  updates: 'q u upsert multi hint collation arrayFilters c sort',
  deletes: 'q limit hint collation',
};

const IN_INDEXES =
  'key name unique sparse expireAfterSeconds partialFilterExpression background v hidden collation';

const IN_TRANSACTIONS =
  /^(find|getMore|aggregate|insert|update|delete|findAndModify|commitTransaction|abortTransaction|killCursors)$/;

const MOST_IN_A_BATCH = 100_000;

const onlyKnown = (where: string, given: Doc, known: string, code: number = CODE.UnknownField): void => {
  const unknown = Object.keys(given).find((key) => !known.split(' ').includes(key));
  if (unknown !== undefined)
    throw new CommandFailed(code, `BSON field '${where}.${unknown}' is an unknown field`);
};

/** @throws CommandFailed for what a server refuses before it looks at any document. */
export const checkOptions = (name: string, command: Doc): void => {
  const known = OPTIONS[name];
  if (known === undefined) throw new CommandFailed(CODE.CommandNotFound, `no such command: '${name}'`);
  onlyKnown(name, command, `${name} ${EVERY} ${known}`);
  for (const [list, options] of Object.entries(IN_PARTS))
    for (const part of (command[list] ?? []) as readonly Doc[]) onlyKnown(`${name}.${list}`, part, options);
  for (const index of (command['indexes'] ?? []) as readonly Doc[])
    onlyKnown(`${name}.indexes`, index, IN_INDEXES, CODE.InvalidIndexSpecificationOption);
  const batch = (command['documents'] ?? command['updates'] ?? command['deletes']) as
    readonly Doc[] | undefined;
  if (batch && (batch.length === 0 || batch.length > MOST_IN_A_BATCH))
    throw new CommandFailed(CODE.InvalidLength, 'write batch sizes must be between 1 and 100000');
  if (name === 'aggregate' && !command['cursor'])
    throw new CommandFailed(CODE.FailedToParse, "the 'cursor' option is required");
  if (command['autocommit'] === false) checkWithin(name, command);
};

const checkWithin = (name: string, command: Doc): void => {
  const isEnd = /^(commit|abort)Transaction$/.test(name);
  if (isEnd && command['$db'] !== 'admin')
    throw new CommandFailed(CODE.Unauthorized, `${name} may only be run against the admin database`);
  if (!IN_TRANSACTIONS.test(name))
    throw new CommandFailed(CODE.OperationNotSupportedInTransaction, `cannot run '${name}' in a transaction`);
  if (!isEnd && command['writeConcern'] !== undefined)
    throw new CommandFailed(CODE.InvalidOptions, 'writeConcern is not allowed within a transaction');
  if (command['readConcern'] !== undefined && command['startTransaction'] !== true)
    throw new CommandFailed(CODE.InvalidOptions, 'only the first command may specify a readConcern');
};
