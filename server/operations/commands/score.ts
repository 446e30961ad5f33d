import { runCommand } from './runCommand.js';

/** `npm run score -- TOWN YEAR [METHOD]`: computes and stores a score and prints its parts and digest. */
await runCommand(async ({ results, definitions }, [townId, yearText, methodId]) => {
  const year = Number(yearText);
  const method = definitions.findMethod(methodId ?? 'zhezkazgan-2020');
  if (townId === undefined || definitions.findTown(townId) === null || !Number.isInteger(year) || method === null) {
    console.error('npm run score -- TOWN YEAR [METHOD]');
    return 1;
  }
  await results.foldNow();
  const { score, isNew } = await results.compute({ townId, year }, method);
  console.log(JSON.stringify({ id: score.id, stored: isNew ? 'now' : 'before', result: score.content.result }, null, 2));
  return 0;
});
