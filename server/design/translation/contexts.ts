import { itemsInOrder, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';

const FRAME = ['title', 'introduction', 'townQuestion', 'declined', 'screenedOut', 'thanks'] as const;
const FIELDS = {
  section: ['title', 'hint'],
  item: ['lead', 'text', 'hint'],
  indicator: ['name', 'shortName', 'base'],
} as const;

/** Says for every text (by its key) in words where in the questionnaire it stands. */
export function contextsOf(definition: Definition, language: Language): (key: string) => string {
  const t = textsIn(language);
  const uses = usesOf(itemsInOrder(definition));
  return (key) => {
    const [kind = '', id = '', last = ''] = key.split('.');
    if (kind === 'consent') return t('designTranslation.context_consent', { n: Number(id) + 1 });
    if (kind === 'special') return t('designTranslation.context_special', { code: id.replace('-', '−') });
    if (kind === 'scale' || kind === 'list') {
      const answer = t(`designTranslation.context_${kind}`, { id, code: last });
      const count = uses.get(`${kind}.${id}`) ?? 0;
      return count > 1 ? t('designTranslation.context_shared', { answer, count }) : answer;
    }
    return t(sentenceOf(kind, last), { id });
  };
}

function sentenceOf(kind: string, last: string): TextKey {
  const frame = FRAME.find((name) => name === kind);
  if (frame) return `designTranslation.context_${frame}`;
  if (kind === 'section') return `designTranslation.context_section_${fieldIn(FIELDS.section, last)}`;
  if (kind === 'indicator') return `designTranslation.context_indicator_${fieldIn(FIELDS.indicator, last)}`;
  if (kind === 'population') return 'designTranslation.context_population_name';
  return `designTranslation.context_item_${fieldIn(FIELDS.item, last)}`;
}

function fieldIn<Name extends string>(names: readonly [Name, ...Name[]], name: string): Name {
  return names.find((one) => one === name) ?? names[0];
}

/** How many questions use a scale or a list. */
function usesOf(items: readonly Item[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const item of items) {
    const owner = item.type === 'scale' ? `scale.${item.scale}` : 'list' in item ? `list.${item.list}` : null;
    if (owner !== null) uses.set(owner, (uses.get(owner) ?? 0) + 1);
  }
  return uses;
}
