import { Router, type Request, type Response } from 'express';
import { FormValuesSchema, staffLayout, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { ChosenEntrySchema } from './paper.requests.js';
import type { PaperDesk, PaperPlace } from './paperDesk.js';
import { differencesBetween, resolvedEntry } from './paperDifferences.js';
import { buildDifferencesPage, choiceName, undecidedFault } from './paperDifferencesPage.viewModels.js';
import type { PaperEntry, PaperForm } from './paperForm.js';
import { paperAddress } from './paperWavePage.viewModels.js';

type TypedTwice = PaperForm & { second: PaperEntry };

/** Two entries that differ, item by item, until somebody has looked at the paper. */
export function paperDifferencesRouter(desk: PaperDesk): Router {
  const router = Router();
  const { allow, paper } = desk;

  router.get('/respond/paper/:wave/forms/:form/differences', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    if (!isTypedTwice(form)) {
      res.redirect(303, `${paperAddress(place.wave.slug)}?done=gone`);
      return;
    }
    await show(req, res, place, form, {}, []);
  });

  router.post('/respond/paper/:wave/forms/:form/differences', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    if (!isTypedTwice(form)) {
      res.redirect(303, `${paperAddress(place.wave.slug)}?done=gone`);
      return;
    }
    const { definition } = place;
    const { first, second } = form;
    const values = FormValuesSchema.parse(req.body);
    const differences = differencesBetween(definition, first, second);
    const chosen = new Map(
      differences.flatMap((difference): [string, PaperEntry][] => {
        const choice = ChosenEntrySchema.safeParse(values[choiceName(difference)]);
        return choice.success ? [[difference.field, choice.data === 'first' ? first : second]] : [];
      }),
    );
    const undecided = differences.filter(({ field }) => !chosen.has(field));
    if (undecided.length > 0) {
      const faults = undecided.map((difference) => undecidedFault(difference, { definition, language: req.language }));
      return show(req, res, place, form, values, faults);
    }
    const entry = resolvedEntry(first, second, differences, (field) => chosen.get(field) ?? second);
    res.redirect(303, await desk.afterSending(place, await paper.resolve(place.wave, form, entry)));
  });

  async function show(
    req: Request,
    res: Response,
    place: PaperPlace,
    form: TypedTwice,
    values: FormValues,
    faults: FieldFault[],
  ): Promise<void> {
    const { wave, definition, towns } = place;
    const { language } = req;
    const { first, second, number, _id: formId } = form;
    const content = buildDifferencesPage({
      language,
      slug: wave.slug,
      formId,
      number,
      definition,
      wording: await desk.wordingFor(place, language),
      towns,
      first,
      second,
      differences: differencesBetween(definition, first, second),
      values,
      faults,
    });
    const languageHref = `${paperAddress(wave.slug)}/forms/${formId}/differences`;
    const layout = staffLayout(req, {
      title: content.heading,
      current: 'fieldwork',
      faults,
      languageHref,
      scripts: ['design.js'],
    });
    await renderView(res, 'respond/paperDifferences', { layout, ...content }, faults.length > 0 ? 422 : 200);
  }

  return router;
}

function isTypedTwice(form: PaperForm | null): form is TypedTwice {
  return form?.second !== undefined;
}
