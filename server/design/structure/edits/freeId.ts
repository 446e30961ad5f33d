const LONGEST = 41;

/** The id itself if nobody has it, else with the next number: `sex`, `sex_2`, `sex_3` … */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const counted = wanted.replace(/_\d+$/, '');
  const stem = taken.has(counted) ? counted : wanted;
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`;
    const id = `${stem.slice(0, LONGEST - suffix.length).replace(/_+$/, '')}${suffix}`;
    if (!taken.has(id)) return id;
  }
}
