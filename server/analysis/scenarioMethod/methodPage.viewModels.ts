import type { PublishedScenarios, ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../accounts/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { bandStripFrom, type BandStrip } from '../scenario/pages/bandStrip.viewModels.js';
import { nameAndSymbol } from '../scenario/pages/scenarioWords.js';
import { bandsInWords, limitsInWords } from './bandWords.js';
import { bandedIndicators, sideOf } from './editFields.js';
import { historyTable } from './historyTable.viewModels.js';
import { ruleInWords, type ScenarioRule } from './ruleWords.js';
import type { ScenarioMethodVersion } from './scenarioMethodVersion.js';

interface Link {
  label: string;
  href: string;
}

export interface ScenarioMethodPage extends PageModel {
  back: Link;
  heading: string;
  facts: string[];
  edit: Link | null;
  message: string | null;
  older: string | null;
  label: string;
  intro: string;
  versions: { heading: string; links: (Link & { current: boolean })[] };
  indicators: {
    heading: string;
    items: { name: string; formula: string; strip: BandStrip | null; bands: string[]; side: string }[];
  };
  rule: { heading: string; intro: string; scenarios: ScenarioRule[]; mix: string };
  inputs: { intro: string; table: TableModel };
  reversal: { heading: string; text: string };
  notes: { heading: string; intro: string; items: { id: string; text: string }[]; marks: { heading: string; text: string } };
  history: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'analysis/scenarioMethod': ScenarioMethodPage;
  }
}

export interface MethodPageMaterial {
  layout: Layout;
  language: Language;
  method: ScenarioMethod;
  /** The newest first. */
  history: readonly ScenarioMethodVersion[];
  published: PublishedScenarios;
  mayEdit: boolean;
  isSaved: boolean;
}

export const METHOD_ADDRESS = '/analysis/scenario/method';

export function buildMethodPage(material: MethodPageMaterial): ScenarioMethodPage {
  const { layout, language, method, history, mayEdit, isSaved } = material;
  const t = textsIn(language);
  const newest = history[0]?.method.version ?? method.version;
  const own = history.find((version) => version.method.version === method.version)?.change;
  return {
    layout,
    back: { label: t('scenario.back'), href: '/analysis/scenario' },
    heading: t('scenario.title'),
    facts: [
      t('scenario.version_fact', { id: method.id, version: method.version }),
      method.source[language],
      ...(own ? [`${own.byName}, ${formatDate(own.at.toISOString().slice(0, 10), language)}`] : []),
    ],
    edit: mayEdit ? { label: t('scenario.edit_link'), href: `${METHOD_ADDRESS}/edit` } : null,
    message: isSaved ? t('scenario.saved') : null,
    older: method.version === newest ? null : t('scenario.older', { version: newest }),
    label: method.rule.label[language],
    intro: t('scenario.intro'),
    versions: {
      heading: history.length > 1 ? t('scenario.versions') : '',
      links: history.map(({ method: { version } }) => ({
        label: t('scenario.version', { version }),
        href: `${METHOD_ADDRESS}?version=${String(version)}`,
        current: version === method.version,
      })),
    },
    indicators: { heading: t('scenario.indicators'), items: indicatorItems(method, language) },
    rule: {
      heading: t('scenario.rule'),
      intro: t('scenario.rule_text'),
      scenarios: ruleInWords(method, language),
      mix: t('scenario.mix'),
    },
    inputs: { intro: t('scenario.inputs_text'), table: inputTable(method, language) },
    reversal: { heading: t('scenario.reversal'), text: reversalText(method, language) },
    notes: notesSection(material),
    history: historyTable(history, METHOD_ADDRESS, language),
  };
}

function indicatorItems(method: ScenarioMethod, language: Language): ScenarioMethodPage['indicators']['items'] {
  const t = textsIn(language);
  const banded = bandedIndicators(method);
  return method.indicators.map((indicator) => {
    const isBanded = banded.includes(indicator);
    return {
      name: nameAndSymbol(indicator, language),
      formula: indicator.printed[language],
      strip: isBanded ? bandStripFrom(indicator, { level: null }, language) : null,
      bands: bandsInWords(indicator, language),
      side: t(isBanded ? `scenario.side_${sideOf(indicator)}` : 'scenario.no_bands'),
    };
  });
}

function inputTable(method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'inputs',
    heading: t('scenario.inputs'),
    columns: [column(t('scenario.input')), column(t('scenario.unit')), column(t('scenario.limits'))],
    rows: method.inputs.map((input) => [
      cell(nameAndSymbol(input, language), { note: t(`scenarioData.group_${input.group}`) }),
      cell(input.kind === 'flag' ? '–' : input.unit[language]),
      cell(limitsInWords(input, language)),
    ]),
    empty: '',
  };
}

function reversalText({ reversal, inputs }: ScenarioMethod, language: Language): string {
  const figure = (value: number): string => formatNumber(value, language, 0);
  return textsIn(language)('scenario.reversal_text', {
    input: inputs.find(({ id }) => id === reversal.input)?.name[language] ?? reversal.input,
    about: figure(reversal.about),
    double: figure(2 * reversal.about),
  });
}

function notesSection({ language, method, published }: MethodPageMaterial): ScenarioMethodPage['notes'] {
  const t = textsIn(language);
  const isOwn = method.version !== published.method.version;
  return {
    heading: t('scenario.notes'),
    intro: [t('scenario.notes_text'), ...(isOwn ? [t('scenario.notes_first')] : [])].join(' '),
    items: published.notes.map(({ id, text }) => ({ id, text: text[language] })),
    marks: { heading: t('scenario.about_marks'), text: published.aboutMarks[language] },
  };
}
