import { aleuetBackup, aleuetCheckpoint, buildInfo, hello, ping } from './administration.js';
import type { Command } from './call.js';
import { findAndModify } from './findAndModify.js';
import { aggregate, count, find, getMore, killCursors } from './reading.js';
import { create, createIndexes, drop, listCollections, listIndexes } from './schema.js';
import { abortTransaction, commitTransaction, endSessions } from './sessions.js';
import { insert, remove, update } from './writing.js';

/** Every command the store knows. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', ping],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['insert', insert],
  ['update', update],
  ['delete', remove],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['count', count],
  ['aggregate', aggregate],
  ['create', create],
  ['drop', drop],
  ['createIndexes', createIndexes],
  ['listIndexes', listIndexes],
  ['listCollections', listCollections],
  ['endSessions', endSessions],
  ['commitTransaction', commitTransaction],
  ['abortTransaction', abortTransaction],
  ['aleuetCheckpoint', aleuetCheckpoint],
  ['aleuetBackup', aleuetBackup],
]);

/** Commands a MongoDB server has and this store has not: refused as not supported, where any other name is not found. */
export const commandsOfMongoDb: ReadonlySet<string> = new Set(
  [
    'abortReshardCollection addShard applyOps authenticate autoCompact balancerStart balancerStatus balancerStop bulkWrite',
    'cloneCollectionAsCapped collMod collStats compact connPoolStats connectionStatus convertToCapped createRole createSearchIndexes',
    'createUser currentOp dataSize dbHash dbStats distinct dropAllRolesFromDatabase dropConnections dropDatabase dropIndexes',
    'dropRole dropUser explain features filemd5 fsync fsyncUnlock getCmdLineOpts getDefaultRWConcern getLog getParameter',
    'getnonce grantRolesToUser hostInfo killAllSessions killAllSessionsByPattern killOp killSessions listCommands listDatabases',
    'listShards lockInfo logRotate logout mapReduce planCacheClear profile reIndex refreshSessions renameCollection',
    'replSetGetConfig replSetGetStatus replSetInitiate replSetStepDown rolesInfo rotateCertificates saslContinue saslStart',
    'serverStatus setDefaultRWConcern setFeatureCompatibilityVersion setParameter shardCollection shutdown startSession top',
    'updateUser usersInfo validate whatsmyuri',
  ].flatMap((line) => line.split(' ')),
);
