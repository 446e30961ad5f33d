import { describe, expect, test } from 'vitest';
import { transformedPanel } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { BUILT_IN } from '../../../../test/definitions/builtIn.js';
import { textsIn } from '../../../i18n/index.js';
import { estimateModel } from '../../regression/estimation/estimateModel.js';
import { journalCsvFrom, type JournalProfile } from '../files/journalCsv.js';
import { journalLatexFrom } from '../files/journalLatex.js';
import { latexEscaped } from '../files/latexEscaped.js';
import { presetFits } from '../presets.js';
import { syntheticPanel } from '../syntheticPanel.js';
import { decimalsOf, printedDecimalsOf } from './decimals.js';
import { latexFigures, pageFigures } from './figureText.js';
import { journalTableFrom, printedTableFrom, type JournalTable } from './journalTable.js';
import { journalTextFrom } from './journalText.viewModels.js';
import { starsOf } from './stars.js';

const preset = BUILT_IN.regressionPresets.find(({ id }) => id === 'l24');
if (!preset) throw new Error('there is no preset l24');
const raw = syntheticPanel(BUILT_IN.towns.slice(0, 19).map(({ id }) => id));
const panel = transformedPanel(raw, presetFits(preset, Object.keys(raw.columns)).transformations);

const small = (estimates: Partial<RegressionModel>): RegressionModel => ({
  name: 'A',
  response: 'y',
  terms: ['x'],
  estimator: { kind: 'ols' },
  errors: 'classical',
  ...estimates,
});
const data = {
  units: ['a', 'b', 'c', 'd', 'e', 'f'],
  years: [1, 1, 1, 1, 1, 1],
  columns: {
    y: Float64Array.of(1, 3, 2, 5, 4, 9),
    x: Float64Array.of(1, 2, 3, 4, 5, 6),
    z: Float64Array.of(0, 1, 0, 0, 1, 1),
  },
};
const twoModels = (): JournalTable =>
  journalTableFrom([
    estimateModel(data, small({})),
    estimateModel(data, small({ name: 'B_2', terms: ['x', 'z'], errors: 'HC1' })),
  ]);

async function csvOf(table: JournalTable, profile: JournalProfile): Promise<string> {
  let csv = '';
  for await (const piece of journalCsvFrom(table, profile)) csv += piece;
  return csv;
}

describe('a journal table', () => {
  test('has its terms where the models name them, as the paper has them, the intercept last', () => {
    expect(twoModels().terms.map(({ term }) => term)).toEqual(['x', 'z', '(Intercept)']);
    expect(twoModels().terms[1]?.cells[0]).toBeNull();
    expect(printedTableFrom(preset).terms.map(({ term }) => term)).toEqual(
      ['man_rate', 'man_grw', 'inno', 'inno_per', 'lab', 'mig_grw', 'pop_grw', '(Intercept)'], // prettier-ignore
    );
  });

  test('puts the printed figures of the same regression beside the estimates, and of no other', () => {
    const [first, other] = preset.models.map(({ model }) => estimateModel(panel, model));
    if (!first || !other) throw new Error('two models are needed');
    const table = journalTableFrom([first, { ...other, model: { ...other.model, name: 'own' } }], { preset, synthetic: true });
    expect(table.columns.map(({ name, origin }) => [name, origin])).toEqual([
      ['WLS.1', 'synthetic'],
      ['WLS.1', 'printed'],
      ['own', 'synthetic'],
    ]);
    expect(table.terms.find(({ term }) => term === 'man_rate')?.cells[1]).toMatchObject({
      estimate: 0.023,
      standardError: 0.006,
    });
    const { notes } = journalTextFrom(table, textsIn('en'), pageFigures('en'));
    expect(notes.filter((note) => /synthetic|“paper”/.test(note))).toHaveLength(2);
  });

  test('ascribes no standard errors and no weights to a paper', () => {
    const text = journalTextFrom(printedTableFrom(preset), textsIn('en'), pageFigures('en'));
    expect(text.notes[0]).toBe('Estimator: WLS.');
    expect(JSON.stringify(text)).not.toContain('usual');
    expect(text.footer.map(({ label, values }) => [label, values[0]])).toEqual([
      ['Observations', '76'],
      ['Breusch–Pagan, p', '0.183'],
    ]);
  });

  test('gives stars below 0.1, 0.05 and 0.01', () => {
    expect([0.1, 0.0999, 0.05, 0.0499, 0.01, 0.0099, null].map(starsOf)).toEqual(['', '*', '*', '**', '**', '***', '']);
  });

  test('has three decimals, more where the error is tiny, and as many as were printed', () => {
    expect(decimalsOf({ estimate: 6734.733, standardError: 1993.1923 })).toBe(3);
    expect(decimalsOf({ estimate: 0.0221, standardError: 0.00198 })).toBe(4);
    expect(decimalsOf({ estimate: 0, standardError: 0 })).toBe(3);
    expect(printedDecimalsOf({ estimate: 0.002, standardError: 0.002 })).toBe(3);
    expect(pageFigures('ru')(-2.5e-13, 10)).toBe('−2,50·10⁻¹³');
    expect(latexFigures('ru')(-2.5e-13, 10)).toBe('-2{,}50\\cdot 10^{-13}');
    expect(latexFigures('kk')(-6734.733, 3)).toBe('-6734{,}733');
  });
});

/** The figures are those of R 4.2.2: lm, lmtest's coeftest and bptest, sandwich's vcovHC. */
describe('as CSV it', () => {
  test('gives programs codes and full precision, a cell for each of estimate, stars and error', async () => {
    expect(await csvOf(twoModels(), 'machine')).toBe(
      [
        'row,A,A stars,A standard error,B_2,B_2 stars,B_2 standard error',
        'data,as given,,,as given,,',
        'response,y,,,y,,',
        'x,1.31428571429,**,0.373619909446,1.225,**,0.371689554602',
        'z,,,,0.625,,1.20419189708',
        '(Intercept),-0.6,,1.45504050017,-0.6,,1.07931562678',
        'n,6,,,6,,',
        'rSquared,0.755714285714,,,0.766875,,',
        'adjustedRSquared,0.694642857143,,,0.611458333333,,',
        'f,12.3742690058,,,4.93431635389,,',
        'fP,0.0245006926255,,,0.112559789884,,',
        'breuschPaganP,0.0700266941562,,,0.14760242862,,',
        'estimator,ols,,,ols,,',
        'standard errors,classical,,,HC1,,',
        '',
      ].join('\n'),
    );
  });

  test('gives spreadsheets their words, marks and digits, with a byte order mark and the notes below', async () => {
    const lines = (await csvOf(twoModels(), 'excel-ru')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFСтрока;A;A: звёздочки;A: стандартная ошибка;B_2;B_2: звёздочки;B_2: стандартная ошибка');
    expect(lines[2]).toBe('x;1,314;**;0,374;1,225;**;0,372');
    expect(lines).toContain('F-критерий рассчитан по обычным стандартным ошибкам.;;;;;;');
    expect(lines.join()).not.toContain('В скобках');
  });
});

describe('in LaTeX', () => {
  const latexOf = (name: string, language: 'en' | 'ru'): string =>
    journalLatexFrom(journalTableFrom([estimateModel(data, small({ name }))]), { caption: '', language });

  test('nothing that somebody has called a model is a command, and no letter is lost', () => {
    expect(latexEscaped('50 % of \\input{x} & a_b #1 $2^3~\n*[4]')).toBe(
      '50 \\% of \\textbackslash{}input\\{x\\} \\& a\\_b \\#1 \\$2\\textasciicircum{}3\\textasciitilde{} {*}{[}4{]}',
    );
    expect(latexEscaped('"=ә ғ қ ң ө ұ ү һ і", ₸')).toBe('{\\char34}=ә ғ қ ң ө ұ ү һ і{\\char34}, KZT');
  });

  test('stars are raised, errors stand below in brackets, and the decimal comma is no punctuation', () => {
    const latex = journalLatexFrom(twoModels(), { caption: 'R&D', language: 'ru' });
    expect(latex).toContain('\\caption{R\\&D}');
    expect(latex).toContain('\\begin{tabular}{l*{2}{c}}');
    expect(latex).toContain(' & A & B\\_2 \\\\');
    expect(latex).toContain('x & $1{,}314^{**}$ & $1{,}225^{**}$ \\\\\n & $(0{,}374)$ & $(0{,}372)$ \\\\');
    expect(latex).toContain('z &  & $0{,}625$ \\\\');
    expect(latex.split('\n').slice(0, 2).join()).toMatch(/^% .*booktabs.*T2A.*,% .*fontspec/);
  });

  test('a wide table is parted into several of one number, and long words break into lines', () => {
    const latex = journalLatexFrom(printedTableFrom(preset), { caption: 'L24', language: 'kk' });
    expect([...latex.matchAll(/\\caption\{(.*)\}/g)].map(([, caption]) => caption)).toEqual(['L24 (1/2)', 'L24 (2/2)']);
    expect(latex.match(/\\begin\{table\}\n\\addtocounter\{table\}\{-1\}/g)).toHaveLength(1);
    expect(latexOf('Robust with everything', 'en')).toContain('\\parbox[t]{2cm}{\\centering Robust with everything\\strut}');
  });
});
