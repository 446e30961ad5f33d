/** How a statistical figure follows from raw inputs of one year t (and, for a change, of an earlier year). */
export type StatisticalFormula =
  /** factor·numerator/denominator; without a denominator the numerator itself. */
  | { readonly kind: 'quotient'; readonly numerator: string; readonly denominator?: string; readonly factor: number }
  /** 100·(x_t − x_{t−lag})/x_{t−lag}. */
  | { readonly kind: 'change'; readonly input: string; readonly lagYears: number }
  /** x_{t−lag}/x_t, "fell … times": for display only. */
  | { readonly kind: 'fall'; readonly input: string; readonly lagYears: number };

/** The forms of one indicator by id: the value that [Z20] names, the normalised variant, and sub-values. */
export interface StatisticalFormulas {
  /** The indicator's own value, with its id. */
  readonly value: readonly [id: string, formula: StatisticalFormula];
  readonly otherForms: Readonly<Record<string, StatisticalFormula>>;
}

const level = (input: string, factor = 1): StatisticalFormula => ({ kind: 'quotient', numerator: input, factor });
const quotient = (numerator: string, denominator: string, factor = 1): StatisticalFormula => ({
  kind: 'quotient',
  numerator,
  denominator,
  factor,
});
const per10k = (input: string): StatisticalFormula => quotient(input, 'population', 10_000);
const change = (input: string, lagYears: number): StatisticalFormula => ({ kind: 'change', input, lagYears });

/**
 * The formulas of blocks A and B that rest on official statistics (B4 rests on the researchers' survey: `familyIncome`).
 *
 * @source questionnaires §8.3 after [Z20] table 4
 */
export const STATISTICAL_FORMULAS: Readonly<Record<string, StatisticalFormulas>> = {
  A1: {
    value: ['a1_researchers_share', quotient('researchers', 'population', 100)],
    otherForms: { researchers_per_10k: per10k('researchers') },
  },
  A2: {
    value: ['a2_rd_organisations', level('rd_organisations')],
    otherForms: { rd_orgs_per_10k: per10k('rd_organisations') },
  },
  A3: {
    value: ['a3_degree_holders', level('degree_holders')],
    otherForms: {
      degree_holders_rd: level('degree_holders_rd'),
      degree_holders_rd_per_10k: per10k('degree_holders_rd'),
      degree_holders_per_10k: per10k('degree_holders'),
      degree_holders_rd_share: quotient('degree_holders_rd', 'degree_holders', 100),
      degree_holders_staff_share: quotient('degree_holders', 'teaching_staff', 100),
    },
  },
  A4: {
    value: ['a4_degree_holders_change_5y', change('degree_holders', 5)],
    otherForms: { degree_holders_fall_5y: { kind: 'fall', input: 'degree_holders', lagYears: 5 } },
  },
  A5: {
    value: ['a5_graduates_in_research', level('graduates_in_research')],
    otherForms: { graduates_in_research_per_10k: per10k('graduates_in_research') },
  },
  A6: {
    value: ['a6_applicants_change', change('applicants', 1)],
    otherForms: { applicants_change_5y: change('applicants', 5) },
  },
  A7: {
    value: ['a7_graduates_science_share', quotient('graduates_science_profession', 'graduates_total', 100)],
    otherForms: {},
  },
  B1: {
    value: ['b1_salary_ratio_org', quotient('avg_salary_researchers', 'avg_salary_org_employees')],
    otherForms: {},
  },
  B2: {
    value: ['b2_salary_ratio_region', quotient('avg_salary_researchers', 'avg_salary_region')],
    otherForms: {},
  },
  B3: {
    value: ['b3_research_funding', level('research_funding', 1e-6)],
    otherForms: {
      research_funding_per_capita: quotient('research_funding', 'population'),
      research_funding_per_researcher: quotient('research_funding', 'researchers'),
    },
  },
};
