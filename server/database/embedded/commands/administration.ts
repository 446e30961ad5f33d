import { isAbsolute } from 'node:path';
import type { BsonValue } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { MAX_DOCUMENT_BYTES } from '../storage/documents.js';
import { MAX_FRAME_BYTES } from '../wire/frames.js';
import type { Call, Command } from './call.js';

const SET_NAME = 'aleuet';
const MOST_STATEMENTS = 100_000;
/** Wire protocol 21 is MongoDB 7.0: the newest one whose new commands a driver does not use by itself. */
const WIRE_VERSION = 21;
const MONGODB_VERSION = '7.0.0';

/** Says "primary of a replica set", because drivers offer sessions, retryable writes and transactions to nothing less. */
export const hello: Command = {
  kind: 'control',
  fields: [
    'hello',
    'isMaster',
    'ismaster',
    'helloOk',
    'client',
    'compression',
    'topologyVersion',
    'maxAwaitTimeMS',
    'loadBalanced',
    'hostInfo',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'backpressure',
  ],
  run(call) {
    return documentOf<BsonValue>({
      helloOk: true,
      [call.name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
      secondary: false,
      setName: SET_NAME,
      setVersion: int(1),
      hosts: [SET_NAME],
      primary: SET_NAME,
      me: SET_NAME,
      maxBsonObjectSize: int(MAX_DOCUMENT_BYTES),
      maxMessageSizeBytes: int(MAX_FRAME_BYTES),
      maxWriteBatchSize: int(MOST_STATEMENTS),
      localTime: new Date(),
      logicalSessionTimeoutMinutes: int(30),
      connectionId: int(call.client.id),
      minWireVersion: int(0),
      maxWireVersion: int(WIRE_VERSION),
      readOnly: false,
      ok: 1,
    });
  },
};

export const ping: Command = { kind: 'control', fields: ['ping'], run: () => documentOf({ ok: 1 }) };

export const buildInfo: Command = {
  kind: 'control',
  fields: ['buildInfo', 'buildinfo'],
  run: () =>
    documentOf<BsonValue>({
      version: MONGODB_VERSION,
      versionArray: [7, 0, 0, 0].map(int),
      modules: [],
      storageEngines: ['aleuet-embedded'],
      bits: int(64),
      maxBsonObjectSize: int(MAX_DOCUMENT_BYTES),
      ok: 1,
    }),
};

export const aleuetCheckpoint: Command = {
  kind: 'control',
  fields: ['aleuetCheckpoint'],
  run(call) {
    refuseFromAfar(call);
    return documentOf({ done: call.store.settle(), ok: 1 });
  },
};

export const aleuetBackup: Command = {
  kind: 'control',
  fields: ['aleuetBackup', 'path'],
  run(call) {
    refuseFromAfar(call);
    const path = call.body.get('path');
    if (typeof path !== 'string' || !isAbsolute(path))
      throw new CommandError('BadValue', 'aleuetBackup needs the absolute path of a new file');
    call.store.backup(path);
    return documentOf({ ok: 1 });
  },
};

/** These two are for whoever may open the store's own socket; a loopback port is open to every user of the machine. */
function refuseFromAfar(call: Call): void {
  if (!call.client.isPrivateSocket || call.db !== 'admin') {
    throw new CommandError(
      'Unauthorized',
      `${call.name} is accepted on the admin database over the store's own local socket only`,
    );
  }
}
