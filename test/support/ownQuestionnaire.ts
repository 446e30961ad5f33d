import { mapTexts, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { residents } from '../definitions/builtIn.js';
import { everyItemType } from './everyItemType.js';
import { uploadQuestionnaire } from './uploadedQuestionnaire.js';
import type { StaffVisitor } from './staffVisitor.js';
import type { TestApp } from './testApp.js';

const inCyrillic = (text: string, word: string): string => text.replace(/[A-Za-z]+/g, word);

/** A questionnaire of one's own that can be published: consent, then a question of every type. */
export function ownQuestionnaire(id: string): Definition {
  const types = mapTexts(everyItemType(), ({ text: { en } }) => ({ kk: inCyrillic(en, 'сөз'), ru: inCyrillic(en, 'слово'), en }));
  const [consent] = residents.sections;
  if (consent === undefined) throw new Error('the questionnaire of residents begins with consent');
  const asked = consent.items.flatMap((item) => ('list' in item ? [item.list] : []));
  return {
    ...types,
    id,
    lists: [...residents.lists.filter((list) => asked.includes(list.id)), ...types.lists],
    sections: [consent, ...types.sections],
    endings: residents.endings.filter(({ ending }) => ending === 'declined'),
    indicators: types.indicators.map((indicator) => ({ ...indicator, id: 'e1_agreement', code: 'E1' })),
  };
}

export const OWN_ANSWERS: Answers = {
  consent: 1,
  way: 9,
  way__text: 'ат арбамен',
  opinion: 3,
  step: 0,
  rung: 10,
  rooms: 2,
  area: 45.5,
  wish: 'кітапхана',
  moved: '1999-05-04',
  used: [1, 2],
  order: [3, 1, 2],
};

/** Brings a questionnaire in and publishes it, as a designer does over its pages. */
export async function publishOverPages(app: TestApp, designer: StaffVisitor, definition: Definition): Promise<void> {
  const begun = await uploadQuestionnaire(app, designer, new TextEncoder().encode(JSON.stringify(definition)));
  if (begun.status !== 303) throw new Error(`the file was not taken: ${begun.html}`);
  const published = await designer.post(`/design/${definition.id}/draft/publish`, { _revision: '1' });
  if (published.status !== 303) throw new Error(`not published: ${published.html}`);
}
