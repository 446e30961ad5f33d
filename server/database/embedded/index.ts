export type { EmbeddedStore, EmbeddedStoreOptions, StoreLog } from './supervisor.js';
export { startEmbeddedStore } from './supervisor.js';
export { socketPathFor, storeUri } from './socketAddress.js';
