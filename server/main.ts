import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { createDependencies } from './dependencies.js';
import { createLogger } from './http/requestLog.js';

const STOP_WITHIN_MS = 9_000;

const config = readConfig();
const log = createLogger(config.logLevel);
const dependencies = await createDependencies({ config, log });
await dependencies.start();
await dependencies.operations.prepareDemonstration();

const server = createApp(dependencies).listen(config.port, config.host, (error?: Error) => {
  if (error) throw error;
  const { port } = server.address() as AddressInfo;
  void dependencies.operations.welcome(port).then((lines) => {
    console.log(lines.join('\n'));
  });
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  dependencies.operations.drain();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  await dependencies.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
