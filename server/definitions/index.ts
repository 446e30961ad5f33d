export type { Definitions } from './definitions.js';
export { loadDefinitions } from './loadDefinitions.js';
export { readerNamesFrom } from './readerNames.js';
