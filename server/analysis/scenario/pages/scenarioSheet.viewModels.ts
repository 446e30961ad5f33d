import type { ScenarioMethod, Town } from '../../../../survey-definitions/contract/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { ScenarioEntry } from '../scenarioEntry.js';
import type { ReadPicture } from '../scenarioPicture.js';
import type { IndicatorPair } from './indicatorPairs.viewModels.js';
import { marksViewFrom, type MarksView } from './marksTable.viewModels.js';
import { pairsBesideReversed, reversedMarks } from './reversedBeside.js';
import { entryAddress } from './scenarioAddresses.js';
import { savedBy, typedText } from './scenarioWords.js';

/** A town's scenario on a sheet of A4. */
export interface ScenarioSheetPage extends PageModel {
  back: { label: string; href: string };
  how: string;
  heading: string;
  facts: string[];
  /** Said on the paper too; null for real data. */
  synthetic: string | null;
  marks: MarksView;
  labels: { marks: string; indicators: string; inputs: string };
  pairs: IndicatorPair[];
  groups: { label: string; inputs: { name: string; value: string }[] }[];
  source: string;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioSheet': ScenarioSheetPage;
  }
}

export interface ScenarioSheetMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  method: ScenarioMethod;
  entry: ScenarioEntry;
  picture: ReadPicture;
  reversed: ReadPicture | null;
  printedOn: Date;
}

export function buildScenarioSheetPage(material: ScenarioSheetMaterial): ScenarioSheetPage {
  const { layout, language, town, method, entry, picture, reversed, printedOn } = material;
  const t = textsIn(language);
  const place = { town: town.name[language], year: entry.year };
  return {
    layout,
    back: { label: t('scenarioData.back_to_town', place), href: entryAddress(town.id, entry.year) },
    how: t('scenarioData.sheet_print'),
    heading: t('scenarioData.sheet_title', place),
    facts: [
      t('scenarioData.method_version', { name: method.name[language], version: method.version }),
      t('scenarioData.revision_fact', { revision: entry.revision, saved: savedBy(entry, language, t) }),
      t('scenarioData.printed_on', { date: formatDate(printedOn.toISOString().slice(0, 10), language) }),
    ],
    synthetic: entry.synthetic ? t('scenarioData.sheet_synthetic') : null,
    marks: marksViewFrom(picture, reversed && reversedMarks(reversed, t), language),
    labels: {
      marks: t('scenarioData.marks_heading'),
      indicators: t('scenarioData.indicators_heading'),
      inputs: t('scenarioData.inputs_heading'),
    },
    pairs: pairsBesideReversed(picture, reversed, language, t),
    groups: groupsOf(material, t),
    source: `${t('scenarioData.field_source')}: ${entry.source}`,
  };
}

function groupsOf({ method, entry, language }: ScenarioSheetMaterial, t: Texts): ScenarioSheetPage['groups'] {
  return [...new Set(method.inputs.map(({ group }) => group))].map((group) => ({
    label: t(`scenarioData.group_${group}`),
    inputs: method.inputs
      .filter((input) => input.group === group)
      .map(({ id, name, unit, kind }) => {
        const found = entry.figures.find(({ input }) => input === id);
        const value = found ? typedText(found.typed, found.value, language, t) : '–';
        return { name: name[language], value: kind === 'flag' || !found ? value : `${value}\u00a0${unit[language]}` };
      }),
  }));
}
