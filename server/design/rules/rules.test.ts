import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, DerivedVariable } from '../../../survey-definitions/contract/index.js';
import { researchers, residents } from '../../../test/definitions/builtIn.js';
import { definitionWith, rating, whole } from '../../../test/definitions/smallDefinition.js';
import { postedCondition } from '../../../test/support/postedCondition.js';
import type { FormValues } from '../../accounts/index.js';
import { textsIn } from '../../i18n/index.js';
import type { MemberContent } from '../measurement/memberPage.viewModels.js';
import { isConsentRule } from './consentRule.js';
import { dependentVariables, withoutDependents, withRenamedVariable } from './dependentVariables.js';
import { readEnding } from './endingForm.js';
import { buildEnding } from './endingForm.viewModels.js';
import { readPopulation } from './populationForm.js';
import { buildPopulation } from './populationForm.viewModels.js';
import { readStraightlineSet } from './straightlineForm.js';
import { buildStraightlineSet } from './straightlineForm.viewModels.js';
import { readThresholds, thresholdValues } from './thresholdsForm.js';
import { readVariable } from './variableForm.js';
import { buildVariable } from './variableForm.viewModels.js';
import { readWeighting } from './weightingForm.js';

const t = textsIn('en');
const opened = { values: null, faults: [], language: 'en', query: {} } as const;

/** What a browser sends of a page when nothing is touched. */
function posted({ blocks, hidden = [] }: MemberContent): FormValues {
  const values: FormValues = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  for (const block of blocks ?? []) {
    if (block.kind === 'condition') Object.assign(values, postedCondition(block.condition));
    if (!('fields' in block)) continue;
    for (const field of block.fields.flatMap((each) => (each.kind === 'group' ? each.fields : [each]))) {
      if (field.kind === 'text') values[field.name] = field.value;
      else if (field.kind === 'select') values[field.name] = field.options.find(({ selected }) => selected)?.value ?? '';
      else values[field.name] = field.options.filter(({ checked }) => checked).map(({ value }) => value);
    }
  }
  return values;
}

const variable = (definition: Definition, id: string): DerivedVariable => {
  const found = definition.derived.find((each) => each.id === id);
  if (!found) throw new Error(`no variable ${id}`);
  return found;
};

describe.each([residents, researchers])('the rules of a built-in questionnaire', (definition) => {
  it('come back from their pages as they were', () => {
    for (const member of definition.derived)
      expect(readVariable(posted(buildVariable({ ...opened, definition, member })), { definition, member, t })).toEqual({
        member,
      });
    for (const member of definition.analysisPopulations)
      expect(readPopulation(posted(buildPopulation({ ...opened, definition, member })), { definition, member, t })).toEqual({
        member,
      });
    for (const member of definition.endings.filter((rule) => !isConsentRule(rule)))
      expect(readEnding(posted(buildEnding({ ...opened, definition, member })), { definition, member, t })).toEqual({ member });
    for (const member of definition.straightlineSets)
      expect(
        readStraightlineSet(posted(buildStraightlineSet({ ...opened, definition, member })), { definition, member, t }),
      ).toEqual({
        member,
      });
    expect(readThresholds(thresholdValues(definition), definition, t)).toEqual({ definition });
    expect(readWeighting({ weighting: definition.weightingVariables }, definition)).toEqual(definition);
  });

  it('keep the ending of those who do not agree: its page has nothing to change', () => {
    const [member] = definition.endings;
    if (!member) throw new Error('no ending');
    const page = buildEnding({ ...opened, definition, member });
    expect([page.blocks, page.removal]).toEqual([null, null]);
  });
});

describe('a derived variable', () => {
  const read = (values: FormValues, definition = residents) => readVariable(values, { definition, member: null, t });
  const fields = (values: FormValues) => {
    const reading = read(values);
    return 'faults' in reading ? reading.faults.map(({ field }) => field) : [];
  };

  it('joins answers that are given the same number', () => {
    expect(
      read({
        id: 'young',
        type: 'recode',
        item: 'age_group',
        'number.age_group.1': '1',
        'number.age_group.2': '1',
        'number.age_group.3': '0',
      }),
    ).toEqual({
      member: {
        type: 'recode',
        id: 'young',
        item: 'age_group',
        cases: [
          { from: [1, 2], to: 1 },
          { from: [3], to: 0 },
        ],
      },
    });
  });

  it('says what is missing, and may not be named as a question', () => {
    expect(fields({ id: 'sex', type: 'ratio', numerator: 'hh_size', denominator: 'hh_income_mid' })).toEqual(['id']);
    expect(fields({ id: 'x', type: 'ratio', numerator: 'hh_size' })).toEqual(['denominator']);
    expect(fields({ id: 'x', type: 'ratio', numerator: 'hh_size', denominator: 'hh_size' })).toEqual(['denominator']);
    expect(fields({ id: 'x', type: 'recode', item: 'sex' })).toEqual(['item']);
    expect(fields({ id: 'x', type: 'recode', item: 'sex', 'number.sex.1': '-1' })).toEqual(['number.sex.1']);
    expect(fields({ id: 'x', type: 'midpoint', item: 'hh_income_band', 'number.hh_income_band.1': '0' })).toEqual([
      'validFrom',
      'number.hh_income_band.1',
    ]);
    expect(fields({ id: 'x', type: 'condition' })).toEqual(['when.0.item']);
  });

  it('is 0 in every other case where no second condition is given', () => {
    const when = { 'when.lines': '1', 'when.0.item': 'sex', 'when.0.op': '==', 'when.0.code.sex': '1' };
    expect(read({ id: 'man', type: 'condition', ...when })).toEqual({
      member: { type: 'condition', id: 'man', when: { item: 'sex', op: '==', value: 1 } },
    });
  });

  it('goes with what is computed from it, and out of weighting', () => {
    expect(dependentVariables(residents, 'hh_income_mid')).toEqual(['hh_income_per_member']);
    const without = withoutDependents(residents, variable(residents, 'hh_income_mid'));
    expect(without.derived.map(({ id }) => id)).toEqual(['edu3', 'works_city_forming']);
    expect(withoutDependents(residents, variable(residents, 'edu3')).weightingVariables).not.toContain('edu3');
  });

  it('takes along what speaks of it when it is renamed', () => {
    const before = variable(residents, 'hh_income_mid');
    const renamed = withRenamedVariable(residents, before, { ...before, id: 'income' });
    expect(variable(renamed, 'hh_income_per_member')).toMatchObject({ numerator: 'income', denominator: 'hh_size' });
    const edu3 = variable(residents, 'edu3');
    expect(withRenamedVariable(residents, edu3, { ...edu3, id: 'edu' }).weightingVariables).toContain('edu');
  });
});

describe('a set of questions watched for identical answers', () => {
  const definition = definitionWith([rating('pace'), rating('calm', { scale: 'four' }), whole('size')]);

  it('has at least two questions of one scale', () => {
    const fields = (values: FormValues) => {
      const reading = readStraightlineSet(values, { definition, member: null, t });
      return 'faults' in reading ? reading.faults.map(({ field }) => field) : reading.member.items;
    };
    expect(fields({ 'items.three': ['mood', 'pace'] })).toEqual(['mood', 'pace']);
    expect(fields({ 'items.three': 'mood' })).toEqual(['items.three']);
    expect(fields({ 'items.three': 'mood', 'items.four': 'calm' })).toEqual(['items.three']);
  });
});

describe('thresholds', () => {
  it('come back as they were typed, with comma or dot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom('.', ','),
        (tenths, mille, sign) => {
          const typed = (number: number) => String(number / 10).replace('.', sign);
          const read = readThresholds({ secondsPerItem: typed(tenths), missingPercent: typed(mille) }, residents, t);
          const definition = 'definition' in read ? read.definition : residents;
          expect(thresholdValues(definition)).toEqual({
            secondsPerItem: String(tenths / 10),
            missingPercent: String(mille / 10),
          });
        },
      ),
    );
  });

  it('refuses what is no number, zero seconds and more than all', () => {
    const fields = (secondsPerItem: string, missingPercent: string) => {
      const reading = readThresholds({ secondsPerItem, missingPercent }, residents, t);
      return 'faults' in reading ? reading.faults.map(({ field }) => field) : [];
    };
    expect(fields('0', '101')).toEqual(['secondsPerItem', 'missingPercent']);
    expect(fields('', 'half')).toEqual(['secondsPerItem', 'missingPercent']);
  });
});
