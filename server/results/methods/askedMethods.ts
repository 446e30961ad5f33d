import { methodDifferencesFrom } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import { parseRequest } from '../../http/parse.js';
import { SeveralMethodsSchema } from './methods.requests.js';
import type { Methods } from './registry.js';

/**
 * Two methods whose scores a request asks for at once, by naming both; null where it names one, or two that compute the
 * same. Scores of different methods are never compared (methodology §4.18).
 */
export function differingMethodsIn(query: unknown, methods: Pick<Methods, 'get'>): { first: Method; second: Method } | null {
  const { method } = parseRequest(SeveralMethodsSchema, query);
  if (!Array.isArray(method)) return null;
  const [first, ...others] = method.map(({ id, version }) => methods.get(id, version));
  const second = first && others.find((other) => methodDifferencesFrom(first, other).length > 0);
  return first && second ? { first, second } : null;
}
