import { readFileSync } from 'node:fs';
import { MethodSchema, type Method } from '../../survey-definitions/contract/index.js';

const DEFAULT_METHOD = new URL('../../survey-definitions/methods/zhezkazgan-2020.v1.json', import.meta.url);

/** The default method, with changes. */
export function methodOf(changes: Partial<Method> = {}): Method {
  return { ...MethodSchema.parse(JSON.parse(readFileSync(DEFAULT_METHOD, 'utf8'))), ...changes };
}
