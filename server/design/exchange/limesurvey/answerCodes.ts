const LARGEST = 9999;
const MOST_SHOWN = 12;

/**
 * Our codes are whole numbers, LimeSurvey's are any signs. Numbers stay as they are; `A1`, `A2` … and `AO01` … keep their
 * number where it is unique; any other codes are counted from 1 in their order.
 */
export function numbersFor(codes: readonly string[]): number[] {
  const asNumbers = codes.map((code) => (/^\d{1,4}$/.test(code) ? Number(code) : null));
  const endings = codes
    .map((code) => /^[A-Za-z]+(\d{1,4})$/.exec(code)?.[1] ?? null)
    .map((digits) => (digits === null ? null : Number(digits)));
  return [asNumbers, endings].find(areCodes) ?? codes.map((_, at) => at + 1);
}

function areCodes(numbers: (number | null)[]): numbers is number[] {
  return numbers.every((number) => number !== null && number <= LARGEST) && new Set(numbers).size === numbers.length;
}

/** The codes that a person has to look up to find old data again: `yes = 1, no = 2`; null where each tells its number. */
export function changesOf(codes: readonly string[], numbers: readonly number[]): string | null {
  const changed = codes.flatMap((code, at) =>
    Number(/\d+$/.exec(code)?.[0]) === numbers[at] ? [] : [`${code.slice(0, 20)} = ${numbers[at] ?? ''}`],
  );
  if (changed.length === 0) return null;
  const shown = changed.slice(0, MOST_SHOWN);
  return `${shown.join(', ')}${changed.length > MOST_SHOWN ? ' …' : ''}`;
}
