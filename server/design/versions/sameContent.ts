/** Whether two parts say the same, whatever the order of their fields; a field without a value is as good as none. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [fieldsOf(one), fieldsOf(other)];
  return mine.length === theirs.length && mine.every(([name, value]) => sameContent(value, (other as Fields)[name]));
}

type Fields = Record<string, unknown>;

function fieldsOf(part: object): [string, unknown][] {
  return Object.entries(part).filter(([, value]) => value !== undefined);
}
