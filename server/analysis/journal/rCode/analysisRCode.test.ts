import { describe, expect, test } from 'vitest';
import { transformedPanel } from '../../../../scoring/index.js';
import type { Estimator, RegressionModel, StandardErrors } from '../../../../survey-definitions/contract/index.js';
import { BUILT_IN } from '../../../../test/definitions/builtIn.js';
import { estimateModel } from '../../regression/estimation/estimateModel.js';
import { presetFits } from '../presets.js';
import { SYNTHETIC_EQUATION, syntheticPanel } from '../syntheticPanel.js';
import { analysisRCode } from './analysisRCode.js';

const preset = BUILT_IN.regressionPresets.find(({ id }) => id === 'l24');
if (!preset) throw new Error('there is no preset l24');
const raw = syntheticPanel(BUILT_IN.towns.slice(0, 19).map(({ id }) => id));
const { transformations } = presetFits(preset, Object.keys(raw.columns));
const panel = transformedPanel(raw, transformations);

const printed = (name: string): RegressionModel => {
  const found = preset.models.find(({ model }) => model.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found.model;
};
const variant = (name: string, estimator: Estimator, errors: StandardErrors): RegressionModel => ({
  ...printed('WLS.1'),
  name,
  estimator,
  errors,
});
const MODELS = [
  printed('WLS.1'),
  printed('WLS.6'),
  variant('WLS HC3', { kind: 'wls', variable: 'lab', weight: 'inverse-square' }, 'HC3'),
  variant('OLS cl', { kind: 'ols' }, 'cluster'),
  variant('Huber', { kind: 'huber' }, 'classical'),
  variant('Bisquare', { kind: 'bisquare' }, 'classical'),
  variant('individual cluster', { kind: 'within', effect: 'individual' }, 'cluster'),
  variant('twoways classical', { kind: 'within', effect: 'twoways' }, 'classical'),
];

/**
 * What R 4.2.2 gives for the code below on the made-up panel (lmtest 0.9-40, sandwich 3.0-2, car 3.1-1, MASS 7.3-58.2,
 * plm 2.6-2): term, estimate, standard error.
 */
const BY_R: [model: string, coefficients: [term: string, estimate: number, standardError: number][]][] = [
  [
    'WLS.1',
    [
      ['(Intercept)', 9.14124344557, 0.533064236221],
      ['man_rate', 0.0195098430405, 0.00295598224522],
      ['inno', -0.367281744658, 0.0533052543258],
      ['lab', 1.92719295386, 0.929513675001],
      ['mig_grw', -0.00499527347327, 0.00573054279235],
      ['pop_grw', -4.88543245067, 1.77732332178],
    ],
  ],
  [
    'WLS.6',
    [
      ['(Intercept)', 11.4146132689, 0.823492370124],
      ['man_rate', 0.0185583605548, 0.0045972944458],
      ['inno_per', -8624.05244808, 2754.11643794],
      ['lab', 3.75251526708, 1.40495473594],
      ['mig_grw', -0.00242089163162, 0.0085119157687],
      ['pop_grw', -4.94196320828, 2.63819080263],
    ],
  ],
  [
    'WLS HC3',
    [
      ['(Intercept)', 9.14371852722, 0.488957830649],
      ['man_rate', 0.0193604440799, 0.0027799198561],
      ['inno', -0.366935540884, 0.0543588145132],
      ['lab', 1.9359789387, 0.849496411172],
      ['mig_grw', -0.00488707126433, 0.00730895108969],
      ['pop_grw', -4.96822121818, 1.52699961797],
    ],
  ],
  [
    'OLS cl',
    [
      ['(Intercept)', 9.12574006671, 0.766634068142],
      ['man_rate', 0.0196323467976, 0.00506727980665],
      ['inno', -0.367246156751, 0.0922047454204],
      ['lab', 1.94773617574, 1.30195145247],
      ['mig_grw', -0.00505175868905, 0.00331244556108],
      ['pop_grw', -4.75730762921, 1.57967271548],
    ],
  ],
  [
    'Huber',
    [
      ['(Intercept)', 9.10928904025, 0.58627123936],
      ['man_rate', 0.01935155875, 0.00322589404046],
      ['inno', -0.366462211789, 0.0612903630247],
      ['lab', 2.01271781161, 1.01207842427],
      ['mig_grw', -0.00495784337404, 0.00619512427714],
      ['pop_grw', -4.75102412994, 1.9146182544],
    ],
  ],
  [
    'Bisquare',
    [
      ['(Intercept)', 9.0723278612, 0.580202586849],
      ['man_rate', 0.0191899757609, 0.00319250193685],
      ['inno', -0.366795589759, 0.0606559298639],
      ['lab', 2.09598645826, 1.00160212617],
      ['mig_grw', -0.00528946083791, 0.00613099686653],
      ['pop_grw', -4.70466462174, 1.89479952188],
    ],
  ],
  [
    'individual cluster',
    [
      ['man_rate', 0.0213601527467, 0.0029411332541],
      ['inno', -0.362679354102, 0.0640411025872],
      ['lab', 1.04855399428, 0.51836998484],
      ['mig_grw', 0.000172453178176, 0.00161072590492],
      ['pop_grw', -6.2776415384, 0.513667072374],
    ],
  ],
  [
    'twoways classical',
    [
      ['man_rate', 0.0216441603667, 0.00335036378036],
      ['inno', -0.379437624113, 0.0637970258878],
      ['lab', 1.12337141511, 0.489258555584],
      ['mig_grw', 0.0000962292571685, 0.00152971608968],
      ['pop_grw', -6.25192666731, 0.521681911443],
    ],
  ],
];

test.each(BY_R)('R running the code gives what we give: %s', (name, coefficients) => {
  const model = MODELS.find((one) => one.name === name);
  if (!model) throw new Error(`there is no ${name}`);
  const ours = estimateModel(panel, model).coefficients;
  expect(ours.map(({ term }) => term)).toEqual(coefficients.map(([term]) => term));
  coefficients.forEach(([, estimate, standardError], at) => {
    expect((ours[at]?.estimate ?? 0) / estimate).toBeCloseTo(1, 9);
    expect((ours[at]?.standardError ?? 0) / standardError).toBeCloseTo(1, 9);
  });
});

test('the made-up panel shows the coefficients it was made with', () => {
  const { coefficients } = estimateModel(panel, variant('within', { kind: 'within', effect: 'individual' }, 'classical'));
  const known: Readonly<Record<string, number>> = SYNTHETIC_EQUATION;
  for (const { term, estimate, standardError } of coefficients)
    expect(Math.abs(estimate - (known[term] ?? Number.NaN)) / standardError).toBeLessThan(2);
});

describe('the R code', () => {
  const code = analysisRCode(
    {
      name: 'Trial\nsystem("ls")',
      source: 'a "source"\u2028stop()',
      digest: 'd1',
      synthetic: true,
      software: 'aleuet 1',
      dataFile: 'data-synthetic.csv',
      transformations: [...transformations, { kind: 'lag', name: 'in', of: 'lab', years: 2 }],
      models: [...MODELS, { ...printed('WLS.1'), name: 'say "if"', terms: ['in'], estimator: { kind: 'ols' } }],
    },
    'en',
  );

  test('computes every column and every model', () => {
    expect(code).toContain('panel$man_rate <- panel$man / panel$y * 100\n');
    expect(code).toContain('panel$pop_grw <- panel$population / earlier(panel$population) - 1\n');
    expect(code).toContain('model_1 <- lm(log_y ~ man_rate + inno + lab + mig_grw + pop_grw, data = panel, weights = 1 / lab)\n');
    expect(code).toContain('panel <- read.csv("data-synthetic.csv"');
    expect(code).toContain('The data are synthetic');
  });

  test('quotes names that R would take for its grammar, and lets no name leave its comment or its quotes', () => {
    expect(code).toContain('panel$`in` <- earlier(panel$lab, 2)');
    expect(code).toContain('lm(log_y ~ `in`, data = panel)');
    expect(code).toContain('tables[["say \\"if\\""]] <- coeftest(model_9)');
    expect(code.split(/[\n\u2028]/).filter((line) => /^(system|stop)/.test(line))).toEqual([]);
  });
});
