import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import { seedDemonstration, type DemonstrationFeatures } from './demonstration/seedDemonstration.js';
import { healthRoutes } from './health.routes.js';

export interface OperationsSurroundings extends DemonstrationFeatures {
  config: Config;
  database: Database;
  accounts: Accounts;
}

/** Health, the first start and the demonstration. Commands are in `commands/`. */
export function createOperations(surroundings: OperationsSurroundings) {
  const { config, database, accounts, fieldwork } = surroundings;
  let draining = false;
  return {
    router: healthRoutes({ database, draining: () => draining }),
    /** From now on the readiness probe says no, so that a balancer sends new visitors elsewhere. */
    drain: () => {
      draining = true;
    },
    /** On an empty store where the settings ask for it: the demonstration study. True if it was set up. */
    prepareDemonstration: async (): Promise<boolean> => {
      if (!config.demonstration || (await fieldwork.listStudies()).length > 0) return false;
      await seedDemonstration(surroundings);
      return true;
    },
    /** What the terminal says once the server listens. */
    welcome: async (port: number): Promise<string[]> => {
      const address = config.port === port ? config.baseUrl : `http://${config.host}:${port}`;
      const waves = (await fieldwork.listWaves()).filter((wave) => wave.state === 'open');
      const setUp = await accounts.ensureFirstAccount();
      const demonstration = config.demonstrationSignIn && (await fieldwork.listStudies()).some((study) => study.demonstration);
      const signIn = demonstration ? await accounts.createDemonstrationSignIn() : null;
      return [
        `Äleuet is listening on http://${config.host}:${port}`,
        '',
        `  Site              ${address}/`,
        ...waves.map((wave) => `  Questionnaire     ${address}/s/${wave.slug}`),
        ...(setUp === null ? [] : [`  First account     ${address}${setUp}   (one time)`]),
        ...(signIn === null ? [] : [`  Demonstration     ${address}${signIn}   (one-time sign-in)`]),
        `  Staff             ${address}/staff`,
      ];
    },
  };
}
