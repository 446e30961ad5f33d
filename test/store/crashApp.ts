import { MongoClient } from 'mongodb';
import { startEmbeddedStore } from '../../server/database/embedded/index.js';
import { Workload } from './crashWorkload.js';
import { silentLog } from './openStore.js';

/** An app that holds the store and writes at full speed until it is killed, telling its parent what was acknowledged. */
const [dataDir = '', prefix = ''] = process.argv.slice(2);
const store = await startEmbeddedStore({ dataDir, log: silentLog });
process.send?.({ storePid: store.pid() });
const client = new MongoClient(store.uri);
new Workload(client, store.uri, prefix, (ledger) => {
  process.send?.({ ledger });
});
