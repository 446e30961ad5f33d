import type { BSONRegExp } from 'bson';
import { CommandError, notSupported } from '../commandError.js';

/** A MongoDB regular expression as JavaScript's; options JavaScript does not have are refused by name. */
export function regularExpressionFrom(pattern: string, options: string): RegExp {
  let flags = '';
  for (const option of new Set(options)) {
    if (option === 'x') throw notSupported('the regular expression option x', 'BadValue');
    if (!'imsu'.includes(option)) throw new CommandError('Location51091', `invalid flag in regex options: ${option}`);
    if (option !== 'u') flags += option;
  }
  return compile(pattern, `${flags}u`) ?? compile(pattern, flags) ?? invalidPattern(pattern);
}

export const regularExpressionOf = (value: BSONRegExp): RegExp => regularExpressionFrom(value.pattern, value.options);

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

function invalidPattern(pattern: string): never {
  throw new CommandError('Location51091', `Regular expression is invalid: ${pattern}`);
}
