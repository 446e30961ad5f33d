import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { createDependencies } from './dependencies.js';
import { createLogger } from './http/requestLog.js';

const STOP_WITHIN_MS = 9_000;

const { config, dependencies } = await prepare();
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

/** A start that cannot succeed says why in plain lines, without a stack. */
async function prepare() {
  try {
    const config = readConfig();
    return { config, dependencies: await createDependencies({ config, log: createLogger(config.logLevel) }) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
