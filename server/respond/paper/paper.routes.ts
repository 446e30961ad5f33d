import { Router } from 'express';
import { LANGUAGES, type PlaceholderValues } from '../../../survey-definitions/contract/index.js';
import { staffLayout } from '../../accounts/index.js';
import { buildPaperPage } from '../../design/index.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { placeholdersOf } from '../wording.js';
import { BlankFormQuerySchema } from './paper.requests.js';
import { takesPaper } from './paper.service.js';
import { createPaperDesk, type PaperPlace, type PaperSurroundings } from './paperDesk.js';
import { paperDifferencesRouter } from './paperDifferences.routes.js';
import { paperEntryRouter } from './paperEntry.routes.js';
import { buildPaperWavePage, PAPER_NOTICES, paperAddress } from './paperWavePage.viewModels.js';

/** Paper forms of a wave: printed, typed in twice, compared, sent. */
export function paperRouter(surroundings: PaperSurroundings): Router {
  const router = Router();
  const desk = createPaperDesk(surroundings);
  const { allow, paper } = desk;

  router.get('/respond/paper/:wave', allow, async (req, res) => {
    const { wave, definition, towns } = await desk.placeAt(req);
    const { language } = req;
    const content = buildPaperWavePage({
      language,
      waveName: `${definition.title[language]} · ${wave.slug}`,
      slug: wave.slug,
      definition,
      takesPaper: takesPaper(wave),
      towns,
      forms: (await paper.list(wave)).filter(({ townId }) => towns.some(({ id }) => id === townId)),
      notice: PAPER_NOTICES.find((name) => name === req.query.done) ?? null,
    });
    const layout = staffLayout(req, { title: content.heading, current: 'fieldwork', languageHref: paperAddress(wave.slug) });
    await renderView(res, 'respond/paper', { layout, ...content });
  });

  router.get('/respond/paper/:wave/blank', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const { town, languages } = parseRequest(BlankFormQuerySchema, req.query);
    const { language } = req;
    const title = textsIn(language)('paper.heading', { title: place.definition.title[language] });
    const page = buildPaperPage({
      layout: staffLayout(req, { title, current: 'fieldwork', styles: ['sheet'] }),
      language,
      definition: place.definition,
      back: { label: textsIn(language)('paper.back_to_wave'), href: paperAddress(place.wave.slug) },
      allLanguages: languages === 'all',
      query: town === undefined ? '' : `town=${encodeURIComponent(town)}&`,
      filling: await fillingFor(place, town),
    });
    await renderView(res, 'design/paper', page);
  });

  router.post('/respond/paper/:wave/forms/:form/erase', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    const erased = form !== null && (await paper.discard(form));
    res.redirect(303, `${paperAddress(place.wave.slug)}?done=${erased ? 'erased' : 'gone'}`);
  });

  router.post('/respond/paper/:wave/forms/:form/send', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    const outcome = form ? await paper.sendAgain(place.wave, form) : 'gone';
    res.redirect(303, await desk.afterSending(place, outcome));
  });

  router.use(paperEntryRouter(desk), paperDifferencesRouter(desk));

  /** A form for one town names it; one for several asks. */
  async function fillingFor({ wave, towns }: PaperPlace, town: string | undefined) {
    const study = await desk.studyOf(wave);
    const named = towns.filter(({ id }) => town === undefined || id === town);
    const townId = named.length === 1 ? (named[0]?.id ?? null) : null;
    const placeholders = Object.fromEntries(
      LANGUAGES.map((language) => [language, placeholdersOf(wave, study, townId, language)]),
    ) as Record<Language, PlaceholderValues>;
    return { towns: named.map(({ name }) => name), placeholders };
  }

  return router;
}
