import { describe, expect, it } from 'vitest';
import { RecentValues } from './recentValues.js';

describe('recent values', () => {
  it('make a value once, also for those who ask while it is being made', async () => {
    const recent = new RecentValues<number>(2);
    let made = 0;
    const make = (): Promise<number> => Promise.resolve((made += 1));
    expect(await Promise.all([recent.get('a', make), recent.get('a', make)])).toEqual([1, 1]);
    expect(await recent.get('a', make)).toBe(1);
  });

  it('forget the value that nobody has asked for longest', async () => {
    const recent = new RecentValues<string>(2);
    const made: string[] = [];
    const get = (key: string): Promise<string> =>
      recent.get(key, () => {
        made.push(key);
        return Promise.resolve(key);
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forget work that failed', async () => {
    const recent = new RecentValues<number>(2);
    await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.get('a', () => Promise.resolve(7))).toBe(7);
  });
});
