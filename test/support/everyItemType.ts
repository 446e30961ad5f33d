import { DefinitionSchema, type Definition, type LocalizedText } from '../../survey-definitions/contract/index.js';

const same = (text: string): LocalizedText => ({ kk: text, ru: text, en: text });
const special = [-1, -2];

/** A small questionnaire with one item of every type, for what the published ones do not use. */
export function everyItemType(): Definition {
  return DefinitionSchema.parse({
    id: 'every_type',
    version: 1,
    population: 'residents',
    minutes: 3,
    title: same('Every type'),
    introduction: same('Introduction.'),
    consent: [same('Consent.')],
    declined: same('Declined.'),
    screenedOut: same('Screened out.'),
    thanks: same('Thanks. Saved.'),
    townQuestion: same('Which town?'),
    latinWords: [],
    specialCodes: [
      { code: -1, id: 'dk', label: same('Hard to say') },
      { code: -2, id: 'refused', label: same('Prefer not to answer') },
      { code: -3, id: 'not_applicable', label: same('Does not apply') },
      { code: -4, id: 'not_asked', label: same('Not asked') },
      { code: -5, id: 'missing', label: same('Missing') },
    ],
    scales: [
      { id: 'agree', layout: 'list', options: [1, 2, 3].map((code) => ({ code, label: same(`Agree ${code}`) })), topCodes: [3] },
      { id: 'steps', layout: 'steps', options: numbered(0, 10), topCodes: [] },
      { id: 'rungs', layout: 'ladder', options: numbered(1, 10), topCodes: [] },
    ],
    lists: [
      {
        id: 'ways',
        options: [
          { code: 1, label: same('On foot') },
          { code: 2, label: same('By bus') },
          { code: 9, label: same('Other'), text: true },
        ],
      },
      { id: 'goals', options: [1, 2, 3].map((code) => ({ code, label: same(`Goal ${code}`) })) },
    ],
    sections: [
      {
        id: 'all',
        title: same('All types'),
        items: [
          { type: 'single', id: 'way', text: same('Which way?'), special, list: 'ways' },
          { type: 'scale', id: 'opinion', text: same('Do you agree?'), special, scale: 'agree' },
          { type: 'scale', id: 'step', text: same('Which step?'), special, scale: 'steps' },
          { type: 'scale', id: 'rung', text: same('Which rung?'), special, scale: 'rungs' },
          { type: 'integer', id: 'rooms', text: same('How many rooms?'), special, min: 1, max: 20 },
          { type: 'decimal', id: 'area', text: same('What area?'), special, min: 0, max: 500, decimals: 1 },
          { type: 'text', id: 'wish', text: same('What do you wish?'), special, maxLength: 100 },
          { type: 'date', id: 'moved', text: same('When did you move?'), special, min: '1950-01-01', max: '2026-12-31' },
          { type: 'multiple', id: 'used', text: same('Which ways do you use?'), special, list: 'ways', maxChoices: 2 },
          { type: 'ranking', id: 'order', text: same('In which order?'), special, list: 'goals' },
          { type: 'note', id: 'remark', text: same('Nearly done.') },
        ],
      },
    ],
    endings: [],
    derived: [],
    weightingVariables: [],
    straightlineSets: [],
    thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
    indicators: [
      {
        id: 'c1',
        code: 'C1',
        name: same('Agreement'),
        shortName: same('Agreement'),
        items: [{ item: 'opinion', direction: '+' }],
        minValid: 1,
        construct: 'formative',
      },
    ],
    analysisPopulations: [{ id: 'everybody', name: same('Everybody'), rule: { item: 'opinion', op: '>=', value: 1 } }],
  });
}

function numbered(first: number, last: number): { code: number; label?: LocalizedText }[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((code) =>
    code === first || code === last ? { code, label: same(`Step ${code}`) } : { code },
  );
}
