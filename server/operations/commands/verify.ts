import { runCommand } from './runCommand.js';

/**
 * Compares the data matrix with the responses, computes every stored score again, and names every difference; exit code 1
 * if there is one.
 */
await runCommand(async ({ results }) => {
  await results.foldNow();
  const { responses, rows, waiting, differences } = await results.verifyMatrix();
  for (const difference of differences)
    console.log(
      `${difference.wave}/${difference.townId}: ${difference.kind}${difference.column === undefined ? '' : ` in ${difference.column}`}`,
    );
  console.log(`${responses} responses, ${rows} rows in the data matrix, ${waiting} waiting, ${differences.length} differences`);
  const found = await results.verifyScores();
  for (const { townId, scoreId, kind, parts = [] } of found.differences)
    console.log(`score ${scoreId} of ${townId}: ${kind}${parts.length === 0 ? '' : ` in ${parts.join(', ')}`}`);
  for (const { townId, scoreId, software, parts = [] } of found.otherSoftware)
    console.log(
      `score ${scoreId} of ${townId}: computed by ${software}, which this version does not repeat in ${parts.join(', ')}`,
    );
  console.log(`${found.scores} stored scores, ${found.differences.length} differences`);
  return differences.length + found.differences.length === 0 ? 0 : 1;
});
