export type { EmbeddedStore, EmbeddedStoreOptions, StoreLog } from './supervisor.js';
export { startEmbeddedStore } from './supervisor.js';
export { socketPathFor } from './socketAddress.js';
