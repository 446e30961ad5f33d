import { runCommand } from './runCommand.js';

/** Compares the data matrix with the responses and names every difference; exit code 1 if there is one. */
await runCommand(async ({ results }) => {
  await results.foldNow();
  const { responses, rows, waiting, differences } = await results.verifyMatrix();
  for (const difference of differences)
    console.log(
      `${difference.wave}/${difference.townId}: ${difference.kind}${difference.column === undefined ? '' : ` in ${difference.column}`}`,
    );
  console.log(`${responses} responses, ${rows} rows in the data matrix, ${waiting} waiting, ${differences.length} differences`);
  return differences.length === 0 ? 0 : 1;
});
