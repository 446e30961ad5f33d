import { isDeepStrictEqual } from 'node:util';

/** Whether two parts say the same, whatever the order of their fields; a field without a value is as good as none. */
export function sameContent(one: unknown, other: unknown): boolean {
  return one === other || isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
