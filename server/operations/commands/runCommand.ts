import { readConfig } from '../../config.js';
import { openDatabaseForCommand } from '../../database/index.js';
import { createDependencies, type Dependencies } from '../../dependencies.js';
import { createLogger } from '../../http/requestLog.js';

/** Runs one command over the store of these settings, prints its lines and ends with its exit code. */
export async function runCommand(work: (dependencies: Dependencies, args: string[]) => Promise<number>): Promise<never> {
  let code = 1;
  try {
    const dependencies = await createDependencies({
      config: readConfig(),
      log: createLogger('error'),
      open: openDatabaseForCommand,
    });
    try {
      code = await work(dependencies, process.argv.slice(2));
    } finally {
      await dependencies.stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(code);
}
