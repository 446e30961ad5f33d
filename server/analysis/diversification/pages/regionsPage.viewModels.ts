import type { ErrorSummary, FormModel, TableModel } from '../../../accounts/index.js';
import type { Chart } from '../../../http/charts.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn } from '../../../i18n/index.js';
import { addressOf } from '../diversification.requests.js';
import type { Scene } from '../scene.js';
import { cautionsOf, type Cautions } from './cautions.viewModels.js';
import { changesTable } from './changesTable.viewModels.js';
import { tableFrame, type TableFrame } from './frame.viewModels.js';
import { regionsTable } from './regionsTable.viewModels.js';

/** All regions of a table of sectors in a year, and how they changed. */
export interface RegionsPage extends PageModel {
  frame: TableFrame;
  summary: ErrorSummary | null;
  cautions: Cautions;
  lead: string;
  table: TableModel;
  ranking: Chart | null;
  coefficients: Chart | null;
  changes: { heading: string; lead: string; chart: Chart | null; table: TableModel } | null;
  files: { heading: string; links: { label: string; href: string }[] };
  panel: { heading: string; lead: string; form: FormModel | null; none: string };
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/diversificationRegions': RegionsPage;
  }
}

interface RegionsMaterial {
  layout: Layout;
  scene: Scene;
  charts: { ranking: Chart | null; coefficients: Chart | null; changes: Chart | null };
  /** Null while there is no panel of controls. */
  panelForm: FormModel | null;
}

export function buildRegionsPage({ layout, scene, charts, panelForm }: RegionsMaterial): RegionsPage {
  const { language, economy, choices } = scene;
  const t = textsIn(language);
  const measure = t(`diversification.measure_${choices.measure}`);
  const changes = changesTable(scene);
  return {
    layout,
    frame: tableFrame({ scene, region: null }),
    summary: panelForm?.summary ?? null,
    cautions: cautionsOf(scene),
    lead: t('diversification.table_lead', { measure, largest: t(`diversification.largest_${choices.measure}`) }),
    table: regionsTable(scene),
    ranking: charts.ranking,
    coefficients: charts.coefficients,
    changes:
      economy.years.length < 2
        ? null
        : {
            heading: changes.heading,
            lead: t('diversification.changes_lead', { measure }),
            chart: charts.changes,
            table: changes,
          },
    files: fileLinks(scene),
    panel: {
      heading: t('diversification.panel_heading'),
      lead: t('diversification.panel_lead'),
      form: panelForm,
      none: t('diversification.panel_none'),
    },
  };
}

function fileLinks({ language, dataset, choices }: Scene): RegionsPage['files'] {
  const t = textsIn(language);
  const { level, base, absent } = choices;
  const link = (kind: 'measures' | 'coefficients', reader: 'excel' | 'machine') => {
    const profile = reader === 'excel' ? `excel-${language}` : 'machine';
    const address = addressOf(dataset.digest, `/files/${kind}.csv`, { level, base, absent });
    return { label: t(`diversification.file_${kind}_${reader}`), href: `${address}&profile=${profile}` };
  };
  return {
    heading: t('diversification.files_heading'),
    links: [
      link('measures', 'excel'),
      link('measures', 'machine'),
      link('coefficients', 'excel'),
      link('coefficients', 'machine'),
    ],
  };
}
