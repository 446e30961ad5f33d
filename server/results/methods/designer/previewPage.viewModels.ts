import { townScoreFrom, type TownScore } from '../../../../scoring/index.js';
import type { Method } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import type { TownsOfYear } from '../townFigures.js';
import { draftAddress, type Scene } from './section.js';

/** What a method in the making would score, beside the standard method. */
export interface MethodPreviewPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string[];
  pick: { label: string; value: string; button: string } | null;
  table: TableModel | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodPreview': MethodPreviewPage;
  }
}

export interface PreviewMaterial {
  layout: Layout;
  standard: Method;
  /** Published figures as the draft and as the standard method take them; null where nothing is published. */
  drafted: TownsOfYear | null;
  usual: TownsOfYear | null;
  /** What hinders scoring at all. */
  isReady: boolean;
}

export function buildPreviewPage(
  scene: Scene,
  { layout, standard, drafted, usual, isReady }: PreviewMaterial,
): MethodPreviewPage {
  const { method, language, t, names } = scene;
  const frame = {
    layout,
    back: { label: t('methods.back_to_draft'), href: draftAddress(method.id) },
    heading: t('methods.preview_heading', { name: names.method }),
  };
  if (!isReady) return { ...frame, intro: [t('methods.preview_not_ready')], pick: null, table: null };
  if (drafted === null || usual === null) return { ...frame, intro: [t('methods.error_no_towns')], pick: null, table: null };
  const rows = drafted.towns.map(({ townId, inputs }, at) => {
    const score = townScoreFrom(method, inputs);
    const other = usual.towns[at];
    return { townId, score, other: other && townScoreFrom(standard, other.inputs) };
  });
  const scored = rows.filter(({ score }) => !score.isPartial).length;
  return {
    ...frame,
    intro: [
      t('methods.preview_count', { scored, count: rows.length, year: drafted.year }),
      t('methods.preview_caution', { standard: standard.name[language] }),
    ],
    pick: { label: t('methods.preview_year'), value: String(drafted.year), button: t('methods.show') },
    table: {
      id: 'preview',
      heading: t('methods.preview_heading', { name: names.method }),
      columns: [
        column(t('methods.town')),
        column(t('methods.preview_draft'), { figure: true }),
        column(t('methods.preview_standard'), { figure: true }),
        ...method.blocks.map(({ id }) => column(t('methods.preview_block', { id }), { figure: true })),
      ],
      rows: rows.map(({ townId, score, other }) => [
        cell(scene.townName(townId)),
        figureCell(score.integral, scene),
        other ? figureCell(other.integral, scene) : cell('–', { figure: true }),
        ...score.blocks.map((block) => figureCell(block, scene)),
      ]),
      empty: t('methods.error_no_towns'),
    },
  };
}

function figureCell(score: TownScore['integral'] | TownScore['blocks'][number], { figures, t }: Scene): TableCell {
  return cell(score.state === 'scored' ? figures.indicator(score.score) : t('methods.no_score'), { figure: true });
}
