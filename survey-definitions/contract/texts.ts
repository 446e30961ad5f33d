import type { Definition } from './definition.js';
import type { LocalizedText } from './localizedText.js';

/** A text of a questionnaire by a key that stays the same while other parts move, for example `item.sex.text`. */
export interface KeyedText {
  key: string;
  text: LocalizedText;
}

/**
 * Gives every text of a questionnaire to `change`, in the order in which a translator reads them, and returns the
 * questionnaire with what it returns. Keys: `title`, `consent.0`, `special.-1`, `scale.<id>.<code>`,
 * `list.<id>.<code>`, `section.<id>.title`, `item.<id>.lead`, `indicator.<id>.shortName`, `population.<id>.name` …
 */
export function mapTexts(definition: Definition, change: (keyed: KeyedText) => LocalizedText): Definition {
  const at = (key: string, text: LocalizedText): LocalizedText => change({ key, text });
  const fields = <Name extends string>(
    prefix: string,
    owner: Partial<Record<Name, LocalizedText | undefined>>,
    names: readonly Name[],
  ) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const text = owner[name];
        return text === undefined ? [] : [[name, at(`${prefix}${name}`, text)]];
      }),
    ) as Partial<Record<Name, LocalizedText>>;
  const options = <Option extends { code: number; label?: LocalizedText | undefined }>(
    prefix: string,
    list: Option[],
  ): Option[] =>
    list.map((option) => (option.label ? { ...option, label: at(`${prefix}.${option.code}`, option.label) } : option));

  const frame = fields('', definition, ['title', 'introduction']);
  const consent = definition.consent.map((text, index) => at(`consent.${index}`, text));
  const townQuestion = fields('', definition, ['townQuestion']);
  const sections = definition.sections.map((section) => ({
    ...section,
    ...fields(`section.${section.id}.`, section, ['title', 'hint']),
    items: section.items.map((item) => ({ ...item, ...fields(`item.${item.id}.`, item, ['lead', 'text', 'hint']) })),
  }));
  const scales = definition.scales.map((scale) => ({ ...scale, options: options(`scale.${scale.id}`, scale.options) }));
  const lists = definition.lists.map((list) => ({ ...list, options: options(`list.${list.id}`, list.options) }));
  const specialCodes = definition.specialCodes.map((special) => ({
    ...special,
    label: at(`special.${special.code}`, special.label),
  }));
  const endings = fields('', definition, ['declined', 'screenedOut', 'thanks']);
  const indicators = definition.indicators.map((indicator) => ({
    ...indicator,
    ...fields(`indicator.${indicator.id}.`, indicator, ['name', 'shortName', 'base']),
  }));
  const analysisPopulations = definition.analysisPopulations.map((population) => ({
    ...population,
    ...fields(`population.${population.id}.`, population, ['name']),
  }));
  return {
    ...definition,
    ...frame,
    ...townQuestion,
    ...endings,
    consent,
    sections,
    scales,
    lists,
    specialCodes,
    indicators,
    analysisPopulations,
  };
}

/** Every text of a questionnaire with its key, in the order in which a translator reads them. */
export function textsOf(definition: Definition): KeyedText[] {
  const texts: KeyedText[] = [];
  mapTexts(definition, (keyed) => {
    texts.push(keyed);
    return keyed.text;
  });
  return texts;
}
