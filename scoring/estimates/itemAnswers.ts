import { countOf } from './countOf.js';
import type { CodeColumn, DataColumns } from './dataColumns.js';
import { domainFrom, itemColumnOf, type DomainChoice } from './domain.js';
import { itemResponsesFrom, type ItemResponses } from './itemResponses.js';
import { checkDesign } from './samplingDesign.js';
import { samplingFraction } from './samplingFraction.js';
import type { WeightAdjustment } from './weightAdjustment.js';

/** One item in one domain. */
export interface ItemChoice extends DomainChoice {
  readonly item: string;
  /** N of the analysis population, where it is known. */
  readonly populationSize?: number;
  /** How the weights were adjusted to the population; absent = taken as given. */
  readonly adjustment?: WeightAdjustment;
}

/** The answers to one item in a domain. */
export interface ItemAnswers {
  readonly codes: CodeColumn;
  readonly domain: Uint8Array;
  /** 1 for members of the domain with a substantive code. */
  readonly valid: Uint8Array;
  readonly nValid: number;
  readonly fraction: number;
  readonly responses: ItemResponses;
}

/**
 * The answers to one item among the members of a domain, with counts and sampling fraction.
 *
 * @throws ScoringError `unknown-item`, `unknown-population`, `unknown-flag`, `population-exceeded`, and what
 *   `checkDesign` throws
 */
export function itemAnswersOf(columns: DataColumns, choice: ItemChoice): ItemAnswers {
  checkDesign(columns);
  const codes = itemColumnOf(columns, choice.item);
  const domain = domainFrom(columns, choice);
  const valid = new Uint8Array(columns.rows);
  for (let row = 0; row < valid.length; row += 1) valid[row] = domain[row] === 1 && (codes[row] ?? -1) >= 0 ? 1 : 0;
  return {
    codes,
    domain,
    valid,
    nValid: countOf(valid),
    fraction: samplingFraction(countOf(domain), choice.populationSize),
    responses: itemResponsesFrom(domain, [codes]),
  };
}
