import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.js';
import { configFrom } from '../../server/config.js';
import { createDependencies, type Dependencies } from '../../server/dependencies.js';
import { createLogger } from '../../server/http/requestLog.js';

export interface TestApp {
  baseUrl: string;
  dependencies: Dependencies;
  close(): Promise<void>;
}

/** The whole application on a random loopback port over a fresh, empty store. */
export async function startTestApp(options: { clock?: () => Date; environment?: Record<string, string> } = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aleuet-'));
  const config = configFrom({
    NODE_ENV: 'test',
    PORT: '0',
    DEMO: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'fatal',
    COMPUTE_THREADS: '0',
    ...options.environment,
  });
  const dependencies = await createDependencies({
    config,
    log: createLogger(config.logLevel),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  await dependencies.start();
  const server = createApp(dependencies).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dependencies,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await dependencies.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
