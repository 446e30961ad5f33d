import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import { changeCautions, changeReasons, type ChangeReasons } from './changeCautions.viewModels.js';
import { changeTables, type ChangeTable } from './changeTables.viewModels.js';
import type { ComparedYears } from './comparedYears.js';
import {
  buildExplanationFrame,
  placeOf,
  queryOf,
  type ExplanationFrame,
  type FrameMaterial,
} from './explanationFrame.viewModels.js';
import { buildPartsTables, type PartsTables } from './partsTable.viewModels.js';

/** How a town changed between two years. */
export interface ChangesPage extends PageModel {
  frame: ExplanationFrame;
  intro: string;
  form: {
    action: string;
    hidden: { name: string; value: string }[];
    from: { label: string; options: { value: string; selected: boolean }[] };
    to: { label: string; options: { value: string; selected: boolean }[] };
    button: string;
  } | null;
  cautions: string[];
  tables: ChangeTable[];
  decomposition: { heading: string; intro: string; label: string; parts: PartsTables } | null;
  reasons: ChangeReasons | null;
  notes: { heading: string; texts: string[] };
}

declare module '../../http/views.js' {
  interface Views {
    'results/changes': ChangesPage;
  }
}

export interface ChangesMaterial extends FrameMaterial {
  layout: Layout;
  /** Null while the town has one year only. */
  compared: ComparedYears | null;
}

export function buildChangesPage(material: ChangesMaterial): ChangesPage {
  const { layout, language, town, picture, compared } = material;
  const t = textsIn(language);
  const name = town.name[language];
  return {
    layout,
    frame: buildExplanationFrame('changes', t('explanation.changes_heading', { town: name }), material),
    intro: compared
      ? t('explanation.changes_intro', { from: compared.before.picture.year, to: compared.after.picture.year })
      : t('explanation.changes_one_year', { year: picture.year }),
    form: compared && yearsForm(material, compared, t),
    cautions: compared ? changeCautions(compared, t) : [],
    tables: compared ? changeTables(compared, language, t) : [],
    decomposition: compared && decompositionOf(compared, language, t),
    reasons: compared && changeReasons(compared.changes, language, t),
    notes: {
      heading: t('explanation.how_to_read'),
      texts: compared
        ? [
            t('quality.change_none_explained'),
            t('explanation.note_tests'),
            t('explanation.note_draws'),
            t('explanation.note_outward'),
          ]
        : [],
    },
  };
}

function yearsForm(material: ChangesMaterial, { before, after }: ComparedYears, t: Texts): ChangesPage['form'] {
  const query = queryOf({ ...placeOf(material), year: undefined });
  const options = (chosen: number) =>
    [...material.years].reverse().map((year) => ({ value: String(year), selected: year === chosen }));
  return {
    action: `/towns/${material.town.id}/changes`,
    hidden: Object.entries(query).map(([name, value]) => ({ name, value })),
    from: { label: t('explanation.from'), options: options(before.picture.year) },
    to: { label: t('explanation.to'), options: options(after.picture.year) },
    button: t('explanation.compare'),
  };
}

function decompositionOf({ before, after, changes }: ComparedYears, language: Language, t: Texts): ChangesPage['decomposition'] {
  if (changes.scores.state !== 'compared' || changes.scores.parts === null) return null;
  const { method, names } = after;
  const labels = { start: String(before.picture.year), end: String(after.picture.year) };
  return {
    heading: t('explanation.change_parts'),
    intro: t('explanation.change_parts_intro'),
    label: t('explanation.all_parts'),
    parts: buildPartsTables(changes.scores.parts, { language, t, figures: figuresIn(language, t), method, names, labels }),
  };
}
