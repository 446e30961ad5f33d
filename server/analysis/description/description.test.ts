import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PANEL_TRANSFORMATION_KINDS, PanelTransformationSchema } from '../../../survey-definitions/contract/index.js';
import { DescriptionChoiceSchema } from './description.requests.js';
import { descriptionOf } from './description.js';
import { codeOf, transformationFrom } from './transformationCode.js';

const csv = `town,year,y,jobs,mig
balkhash,2020,10,4,-3
balkhash,2021,12,6,0
balkhash,2022,15,,7
temirtau,2020,100,50,1
temirtau,2021,11,8,2
temirtau,2022,13,9,1
`;
const described = (query: Record<string, string | string[]>) => descriptionOf({ csv }, DescriptionChoiceSchema.parse(query));

describe('the description of a panel', () => {
  it('counts values and missing ones, and names outliers by town and year', () => {
    const { summaries, boxes } = described({});
    expect(summaries.map(({ column, n, missing }) => [column, n, missing])).toEqual([['y', 6, 0], ['jobs', 5, 1], ['mig', 6, 0]]); // prettier-ignore
    expect(summaries[0]).toMatchObject({ lowerQuartile: 11.25, median: 12.5, upperQuartile: 14.5, min: 10, max: 100 });
    expect(boxes[0]?.outliers).toEqual([
      { unit: 'temirtau', year: 2020, value: 100, boxLengths: expect.closeTo(26.31, 2) as number },
    ]);
  });

  it('shows the columns that were asked for, and computed ones with them', () => {
    const found = described({ column: ['y', 'nothing'], computed: 'growth.y_grw.y', new: 'log', of: 'y_grw', name: 'l' });
    expect(found.chosen).toEqual(['y']);
    expect(found.columns).toEqual(['y', 'jobs', 'mig', 'y_grw']);
    expect(found.fault).toMatchObject({ error: { code: 'out-of-range', details: { unit: 'temirtau', year: 2021 } } });
    expect(described({ column: 'y', new: 'growth', of: 'y' }).chosen).toEqual(['y', 'y_grw']);
  });

  it('says what is missing in the form of a new column', () => {
    expect(described({ new: 'share-fraction', of: 'y' }).fault).toEqual({ field: 'by', key: 'choose_second' });
    expect(described({ new: 'log', of: 'y', name: 'Ы' }).fault).toEqual({ field: 'name', key: 'bad_name' });
  });

  it('warns of shares above their whole', () => {
    const { warnings } = described({ new: 'share-per-cent', of: 'y', by: 'jobs' });
    expect(warnings.map(({ unit, year }) => `${unit} ${year}`)).toContain('temirtau 2021');
  });

  it('lets the highest and the lowest towns of the last year stand out, or those chosen', () => {
    expect(described({}).dynamics).toMatchObject({ column: 'y', years: [2020, 2021, 2022], shown: ['balkhash', 'temirtau'] });
    expect(described({ unit: 'temirtau', dynamics: 'jobs' }).dynamics.shown).toEqual(['temirtau']);
  });

  it('correlates rows of each pair or complete rows only', () => {
    const n = (missing: string) => described({ missing }).correlations.pairs.map((pair) => pair.n);
    expect(n('pairwise')).toEqual([5, 6, 5]);
    expect(n('listwise')).toEqual([5, 5, 5]);
    expect(described({ correlation: 'spearman' }).correlations.pairs[0]?.test?.coefficient).not.toBe(
      described({}).correlations.pairs[0]?.test?.coefficient,
    );
  });

  it('of a column without values or without variation has no figures instead of false ones', () => {
    const { summaries, correlations } = descriptionOf(
      { csv: 'town,year,a,b\nx,2020,,5\nx,2021,,5\n' },
      DescriptionChoiceSchema.parse({}),
    );
    expect(summaries[0]).toMatchObject({ n: 0, mean: null });
    expect(summaries[1]).toMatchObject({ mean: 5, standardDeviation: 0, skewness: null });
    expect(correlations.columns).toEqual(['b']);
  });
});

describe('a transformation in an address', () => {
  const column = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  it('is read back as it was written', () => {
    const candidate = fc.record({
      kind: fc.constantFrom(...PANEL_TRANSFORMATION_KINDS),
      name: column,
      of: column,
      by: column,
      years: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('fraction', 'per-cent'),
      per: fc.constantFrom(1, 1000, 10_000, 100_000, 1_000_000),
    });
    fc.assert(
      fc.property(candidate, ({ kind, name, of, ...choices }) => {
        const shape = PanelTransformationSchema.options.find((option) => option.shape.kind.value === kind)?.shape ?? {};
        const own = Object.fromEntries(Object.entries(choices).filter(([key]) => key in shape));
        const transformation = PanelTransformationSchema.parse({ kind, name, of, ...own });
        expect(transformationFrom(codeOf(transformation))).toEqual(transformation);
      }),
    );
    expect(transformationFrom('lag.x.y.0')).toBeNull();
    expect(transformationFrom('sin.x.y')).toBeNull();
  });
});
