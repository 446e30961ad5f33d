import { describe, expect, it } from 'vitest';
import { configFrom } from '../config.js';
import { createViewRenderer } from '../http/views.js';
import { itemsInOrder } from '../../survey-definitions/contract/index.js';
import { everyItemType } from '../../test/support/everyItemType.js';
import { RESIDENTS_WAVE, STUDY } from '../../test/support/openWave.js';
import { readPage, type FormFields } from './questionForm.js';
import { buildQuestionPage } from './questionPage.viewModels.js';
import { wordingOf } from './wording.js';

const definition = everyItemType();
const items = itemsInOrder(definition);
const renderer = createViewRenderer(configFrom({}).rootDir, false);
const layout = {
  language: 'en',
  title: 'Test',
  siteName: 'Test',
  home: '/',
  skipLabel: 'Skip',
  languagesLabel: 'Languages',
  languages: [],
  navigationLabel: 'Navigation',
  navigation: [],
  footer: [],
  stylesheets: [],
  scripts: [],
  icon: '/mark.svg',
  banner: null,
  csrfToken: 'token',
  indexed: false,
} as const;

function drawn(fields: FormFields, checked = true): Promise<string> {
  const section = definition.sections[0];
  if (!section) throw new Error('no section');
  const page = { id: 'way', section, items };
  const content = buildQuestionPage({
    definition,
    wording: wordingOf(RESIDENTS_WAVE, STUDY, null, 'en'),
    page,
    pages: [page],
    answers: {},
    fields,
    faults: checked ? readPage(definition, items, fields).faults : [],
    facetOrder: [],
    action: '/s/wave/q/way',
    hidden: [],
  });
  return renderer.toHtml('respond/question', {
    ...content,
    layout: { ...layout, languages: [], navigation: [], footer: [], stylesheets: [], scripts: [] },
  });
}

describe('a page of questions', () => {
  it('draws a field for every item type, under the names of the data model', async () => {
    const html = await drawn({}, false);
    for (const field of [
      'type="radio" name="way" value="9"',
      'type="text" name="way__text"',
      'type="radio" name="opinion" value="3"',
      'name="step" value="0"',
      'name="rung" value="10"',
      'type="text" name="rooms"',
      'type="radio" name="rooms.special" value="-2"',
      'inputmode="decimal"',
      '<textarea class="field" name="wish"',
      'type="date" name="moved"',
      'type="checkbox" name="used" value="1"',
      '<select class="field short" name="order.rank.3"',
    ])
      expect(html).toContain(field);
    expect(html).toContain('Nearly done.');
    expect(html).not.toContain(' checked');
    expect(html).not.toContain('class="summary"');
  });

  it('shows the ladder with the highest rung on top', async () => {
    const html = await drawn({}, false);
    expect(html.indexOf('name="rung" value="10"')).toBeLessThan(html.indexOf('name="rung" value="1"'));
  });

  it('keeps what was entered and says at each question and in the summary what is wrong', async () => {
    const html = await drawn({
      rooms: '99',
      area: '1,23',
      'area.special': '-1',
      used: ['1', '2', '9'],
      used__text: '<b>',
      way: '9',
    });
    expect(html).toContain('<title>Test');
    expect(html).toContain('value="99"');
    expect(html).toContain('value="1,23"');
    expect(html).toContain('value="&lt;b&gt;"');
    expect(html).toContain('<a href="#rooms-field">How many rooms?</a>');
    expect(html).toContain('Enter a whole number from 1 to 20.');
    expect(html).toContain('Fill in the field or choose an option below it, but not both.');
    expect(html).toContain('Please say what exactly.');
    expect(html).toContain('Largest number of answers you may choose: 2.');
  });

  it('offers to take a special answer back where it stands beside a field', async () => {
    expect(await drawn({ 'rooms.special': '-2' }, false)).toContain('My answer is given above');
    expect(await drawn({}, false)).not.toContain('My answer is given above');
  });
});
