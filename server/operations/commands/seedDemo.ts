import { seedDemonstration } from '../demonstration/seedDemonstration.js';
import { runCommand } from './runCommand.js';

/** Sets up the demonstration study in a store that does not have it yet. */
await runCommand(async (dependencies) => {
  const studies = await dependencies.fieldwork.listStudies();
  if (studies.some((study) => study.demonstration)) {
    console.log('The demonstration study is already there.');
    return 0;
  }
  await seedDemonstration(dependencies);
  console.log('The demonstration study has been set up.');
  return 0;
});
