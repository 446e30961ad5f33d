import { Router, type Request, type Response } from 'express';
import { mayUseTown, signedInPersonOf, type FormValues } from '../../accounts/index.js';
import { readerNamesFrom } from '../../definitions/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { Observation } from '../../official/index.js';
import { analysisLayout } from '../layouts.js';
import { readChoice } from './building/columnChoice.js';
import { digestOfFigures, officialColumns, officialPanelFrom } from './building/officialPanel.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import { buildChoicePage, type ColumnGroup } from './pages/choicePage.viewModels.js';
import { yearsWords } from './pages/figureWords.js';
import { saveAudited } from './saveAudited.js';

const ADDRESS = '/analysis/data/official';

/** A panel of the official statistics that are entered on the platform. */
export function officialPagesRouter(places: DatasetPlaces): Router {
  const { definitions, official, clock } = places;
  const { statistics, towns } = definitions;
  const names = readerNamesFrom(definitions);
  const router = Router();

  const figuresFor = (req: Request): Promise<Observation[]> => {
    const person = signedInPersonOf(req);
    return official.observationsOf(towns.filter(({ id }) => mayUseTown(person, id)).map(({ id }) => id));
  };

  router.get(ADDRESS, async (req, res) => {
    const years = (await figuresFor(req)).map(({ year }) => year);
    const lastYear = clock().getUTCFullYear() - 1;
    const [from, to] = years.length === 0 ? [lastYear, lastYear] : [Math.min(...years), Math.max(...years)];
    const name = textsIn(req.language)('datasets.official_name', { years: yearsWords(from, to) });
    await show(req, res, { name, from: String(from), to: String(to) }, []);
  });

  router.post(ADDRESS, async (req, res) => {
    const t = textsIn(req.language);
    const groups = groupsFor(req);
    const form = readChoice(req.body, groups, req.language);
    if (!form.read) {
      await show(req, res, form.shown, form.faults);
      return;
    }
    const panel = officialPanelFrom(await figuresFor(req), form.values, statistics);
    if (panel === null) {
      await show(req, res, req.body as FormValues, [{ field: 'from', message: t('datasets.error_nothing') }]);
      return;
    }
    const { content, used, synthetic } = panel;
    const source = t('datasets.official_source', {
      version: statistics.version,
      count: String(used.length),
      digest: digestOfFigures(used),
    });
    const label = { name: form.values.name, source, origin: 'official', synthetic } as const;
    const { digest, isNew } = await saveAudited(req, places, content, label);
    res.redirect(303, `/analysis/data/${digest}?done=${isNew ? 'saved' : 'existing'}`);
  });

  function groupsFor({ language }: Request): ColumnGroup[] {
    const t = textsIn(language);
    const { raw, computed } = officialColumns(statistics, (code) => names.of(code, language), language);
    return [
      { name: 'raw', label: t('datasets.official_inputs'), columns: raw },
      { name: 'computed', label: t('datasets.official_forms'), hint: t('datasets.official_forms_hint'), columns: computed },
    ];
  }

  async function show(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const t = textsIn(req.language);
    const heading = t('datasets.official_title');
    const page = buildChoicePage({
      layout: analysisLayout(req, { title: heading, faults }),
      language: req.language,
      heading,
      intro: t('datasets.official_intro'),
      action: ADDRESS,
      groups: groupsFor(req),
      values,
      faults,
      nothing: null,
    });
    await renderView(res, 'analysis/datasetChoice', page, faults.length === 0 ? 200 : 422);
  }

  return router;
}
