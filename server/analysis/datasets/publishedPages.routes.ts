import { Router, type Request, type Response } from 'express';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { TownPicture } from '../../results/index.js';
import { analysisLayout } from '../layouts.js';
import { readChoice } from './building/columnChoice.js';
import { publishedColumns, publishedPanelFrom } from './building/publishedPanel.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import { buildChoicePage, type ColumnGroup } from './pages/choicePage.viewModels.js';
import { yearsWords } from './pages/figureWords.js';
import { saveAudited } from './saveAudited.js';

const ADDRESS = '/analysis/data/published';
const SHOWN_DIGITS = 12;

/** A panel of published scores and indicators, so that subjective indicators can enter a regression. */
export function publishedPagesRouter(places: DatasetPlaces): Router {
  const { definitions, results } = places;
  const router = Router();
  const method = results.methods.standard;

  router.get(ADDRESS, async (req, res) => {
    const years = await results.listYears();
    const [from = 0, to = 0] = [years.at(-1), years[0]];
    const name = textsIn(req.language)('datasets.published_name', { years: yearsWords(from, to) });
    await show(req, res, { name, from: String(from), to: String(to) }, []);
  });

  router.post(ADDRESS, async (req, res) => {
    const t = textsIn(req.language);
    const form = readChoice(req.body, groupsFor(req), req.language);
    if (!form.read) {
      await show(req, res, form.shown, form.faults);
      return;
    }
    const { from, to, columns, name } = form.values;
    const pictures = await picturesOf(from, to);
    const panel = publishedPanelFrom(pictures, columns);
    if (panel === null) {
      await show(req, res, req.body as FormValues, [{ field: 'from', message: t('datasets.error_nothing') }]);
      return;
    }
    const scores = pictures.map(({ scoreId }) => scoreId?.slice(0, SHOWN_DIGITS) ?? t('datasets.published_live'));
    const source = t('datasets.published_source', {
      method: method.name[req.language],
      version: method.version,
      scores: [...new Set(scores)].join(', '),
    });
    const label = { name, source, origin: 'official', synthetic: panel.synthetic } as const;
    const { digest, isNew } = await saveAudited(req, places, panel.content, label);
    res.redirect(303, `/analysis/data/${digest}?done=${isNew ? 'saved' : 'existing'}`);
  });

  async function picturesOf(from: number, to: number): Promise<TownPicture[]> {
    const years = (await results.listYears()).filter((year) => year >= from && year <= to);
    const found = await Promise.all(years.map((year) => results.listPictures({ year, methodId: method.id })));
    return found.flatMap(({ pictures }) => pictures).filter(({ score }) => score.method.id === method.id);
  }

  function groupsFor({ language }: Request): ColumnGroup[] {
    const t = textsIn(language);
    const columns = publishedColumns(method, definitions, language);
    return (['scores', 'subjective', 'statistics'] as const).map((name) => ({
      name,
      label: t(`datasets.published_${name}`),
      columns: columns[name],
    }));
  }

  async function show(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const { language } = req;
    const t = textsIn(language);
    const heading = t('datasets.published_title');
    const page = buildChoicePage({
      layout: analysisLayout(req, { title: heading, faults }),
      language,
      heading,
      intro: `${t('datasets.published_intro')} ${t('datasets.published_method', { method: method.name[language] })}`,
      action: ADDRESS,
      groups: groupsFor(req),
      values,
      faults,
      nothing: (await results.listYears()).length === 0 ? t('datasets.published_none') : null,
    });
    await renderView(res, 'analysis/datasetChoice', page, faults.length === 0 ? 200 : 422);
  }

  return router;
}
