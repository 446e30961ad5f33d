export type Stars = '' | '*' | '**' | '***';

/** By the two-sided p value: below 0.01, 0.05 and 0.1; none where there is no p value. */
export function starsOf(p: number | null): Stars {
  if (p === null || p >= 0.1) return '';
  if (p >= 0.05) return '*';
  return p >= 0.01 ? '**' : '***';
}
