import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import type { JournalText } from '../../journal/table/journalText.viewModels.js';
import type { AnalysisWords } from '../../regression/pages/analysisWords.js';
import { journalPart, type JournalPart } from '../../regression/pages/journalPart.viewModels.js';
import { dayOf } from '../../regression/pages/listPage.viewModels.js';
import { equationOf, errorsInWords } from '../../regression/pages/modelsTable.viewModels.js';
import { transformationsTable } from '../../regression/pages/transformationsTable.viewModels.js';
import { estimatorText } from '../../journal/table/journalText.viewModels.js';
import type { VerifiedAnalysis } from '../saved.service.js';

/** A saved analysis: whether it gives the same numbers, what it rests on, and its models. */
export interface SavedPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  synthetic: string | null;
  notice: string | null;
  verdict: { same: boolean; text: string };
  differences: TableModel | null;
  factsHeading: string;
  facts: { label: string; value: string }[];
  digests: { label: string; value: string }[];
  links: { label: string; href: string }[];
  transformations: TableModel;
  models: TableModel;
  journal: JournalPart | null;
  deedsHeading: string;
  deeds: { action: string; label: string; explanation: string }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/saved': SavedPage;
  }
}

interface SavedMaterial {
  layout: Layout;
  words: AnalysisWords;
  verified: VerifiedAnalysis;
  journal: JournalText | null;
  done: 'saved' | undefined;
  mayRemove: boolean;
}

export function buildSavedPage(material: SavedMaterial): SavedPage {
  const { layout, words, verified, journal, done } = material;
  const { saved, opened, differences } = verified;
  const { t } = words;
  const same = differences.length === 0;
  return {
    layout,
    back: { label: t('regression.back_to_list'), href: '/analysis/regression' },
    heading: saved.name,
    synthetic: opened.dataset.synthetic ? t('regression.synthetic_tag') : null,
    notice: done === undefined ? null : t('regression.notice_saved'),
    verdict: { same, text: same ? t('regression.same') : t('regression.different', { count: differences.length }) },
    differences: same ? null : differencesTable(verified, words),
    factsHeading: t('regression.record_heading'),
    facts: [
      { label: t('regression.saved'), value: dayOf(saved.savedAt, words.language) },
      { label: t('regression.saved_by'), value: saved.savedBy.name },
      { label: t('regression.software'), value: saved.software },
      { label: t('regression.data'), value: opened.dataset.name },
      { label: t('regression.source'), value: opened.dataset.source },
    ],
    digests: [
      { label: t('regression.data_digest'), value: saved.data },
      { label: t('regression.analysis_digest'), value: saved._id },
    ],
    links: [{ label: t('regression.data_page'), href: `/analysis/data/${saved.data}` }],
    transformations: transformationsTable(
      { data: saved.data, preset: saved.preset, transformations: saved.transformations, models: saved.models },
      words,
    ),
    models: modelsOf(verified, words),
    journal: journalPart(journal, `/analysis/saved/${saved._id}`, words),
    deedsHeading: t('regression.deeds_heading'),
    deeds: deedsOf(material),
  };
}

function modelsOf({ saved, opened }: VerifiedAnalysis, { t }: AnalysisWords): TableModel {
  return {
    id: 'models',
    heading: t('regression.models'),
    columns: (['model', 'equation', 'estimator', 'errors'] as const).map((name) => column(t(`regression.${name}`))),
    rows: opened.results.map(({ model, estimated }, at) => [
      cell(model.name, { href: estimated ? `/analysis/saved/${saved._id}/models/${at + 1}` : null }),
      cell(equationOf(model)),
      cell(estimatorText(model.estimator, t)),
      cell(errorsInWords(model, t)),
    ]),
    empty: '',
  };
}

function differencesTable({ differences }: VerifiedAnalysis, { t }: AnalysisWords): TableModel {
  const digits = (value: number | null): string => (value === null ? '–' : String(value));
  return {
    id: 'differences',
    heading: t('regression.differences_heading'),
    columns: [
      column(t('regression.model')),
      column(t('regression.figure')),
      column(t('regression.was'), { figure: true }),
      column(t('regression.now'), { figure: true }),
    ],
    rows: differences.map(({ model, figure, saved, now }) => [
      cell(model),
      cell(figure),
      cell(digits(saved), { figure: true }),
      cell(digits(now), { figure: true }),
    ]),
    empty: '',
  };
}

function deedsOf({ verified: { saved }, words: { t }, mayRemove }: SavedMaterial): SavedPage['deeds'] {
  const address = `/analysis/saved/${saved._id}`;
  const copy = { action: `${address}/copy`, label: t('regression.copy_button'), explanation: t('regression.copy_text') };
  const remove = {
    action: `${address}/remove`,
    label: t('regression.remove_button'),
    explanation: t('regression.remove_saved_text'),
  };
  return mayRemove ? [copy, remove] : [copy];
}
