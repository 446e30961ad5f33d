import { Router, type Request, type Response } from 'express';
import { FormValuesSchema, readForm, staffLayout, type FormValues } from '../../accounts/index.js';
import { dayOf } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { newToken } from '../submissionToken.js';
import { paperHeadSchema, type PaperHead } from './paper.requests.js';
import type { PaperDesk, PaperPlace } from './paperDesk.js';
import { buildPaperEntryPage, paperFaultInWords } from './paperEntryPage.viewModels.js';
import { readPaperFields } from './paperFields.js';
import type { PaperEntry, PaperForm } from './paperForm.js';
import { paperAddress } from './paperWavePage.viewModels.js';

/** The two entries of a form, by hand from the paper. */
export function paperEntryRouter(desk: PaperDesk): Router {
  const router = Router();
  const { allow, paper, clock } = desk;

  router.get('/respond/paper/:wave/form', allow, async (req, res) => {
    await show(req, res, await desk.placeAt(req), { form: null, id: newToken(), values: {}, faults: [] });
  });

  router.post('/respond/paper/:wave/form', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const reading = await read(req, place, null);
    const { id } = reading;
    if (!reading.read) return show(req, res, place, { form: null, ...reading });
    const kept = await paper.keepFirst(place.wave, { id, number: reading.head._number }, reading.entry);
    if (kept) {
      res.redirect(303, `${paperAddress(place.wave.slug)}?done=first_kept`);
      return;
    }
    const faults = [{ field: '_number', message: textsIn(req.language)('paper.fault_number_waiting') }];
    return show(req, res, place, { form: null, id, values: FormValuesSchema.parse(req.body), faults });
  });

  router.get('/respond/paper/:wave/forms/:form/second', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    if (!form) {
      res.redirect(303, `${paperAddress(place.wave.slug)}?done=gone`);
      return;
    }
    await show(req, res, place, { form, id: form._id, values: {}, faults: [] });
  });

  router.post('/respond/paper/:wave/forms/:form/second', allow, async (req, res) => {
    const place = await desk.placeAt(req);
    const form = await desk.formAt(req, place);
    if (!form) {
      res.redirect(303, `${paperAddress(place.wave.slug)}?done=gone`);
      return;
    }
    const reading = await read(req, place, form);
    if (!reading.read) return show(req, res, place, { form, ...reading });
    const outcome = await paper.enterSecond(place.wave, form, reading.entry);
    const next =
      outcome === 'differing'
        ? `${paperAddress(place.wave.slug)}/forms/${form._id}/differences`
        : await desk.afterSending(place, outcome);
    res.redirect(303, next);
  });

  type Reading =
    | { read: true; id: string; head: PaperHead; entry: PaperEntry }
    | { read: false; id: string; values: FormValues; faults: FieldFault[] };

  /** A second entry knows its form; a wave of one town asks for none. */
  async function read(req: Request, place: PaperPlace, form: PaperForm | null): Promise<Reading> {
    const { person, wave, definition, towns } = place;
    const values = FormValuesSchema.parse(req.body);
    const known = {
      ...(form ? { _form: form._id, _number: form.number } : {}),
      ...(towns.length === 1 ? { _town: towns[0]?.id ?? '' } : {}),
    };
    const limits = { townIds: towns.map(({ id }) => id), firstDay: wave.opens, today: dayOf(clock(), wave.timeZone) };
    const head = readForm(paperHeadSchema(limits), { ...values, ...known }, textsIn(req.language));
    const { answers, faults: wrong } = readPaperFields(definition, values);
    const wording = await desk.wordingFor(place, req.language);
    const faults = [
      ...(head.read ? [] : head.faults),
      ...wrong.map((fault) => paperFaultInWords(fault, { definition, wording })),
    ];
    const id = form?._id ?? (head.read ? head.values._form : newToken());
    if (!head.read || faults.length > 0) return { read: false, id, values, faults };
    const { _town: townId, _language: language, _date: date } = head.values;
    return { read: true, id, head: head.values, entry: { by: person.signInName, townId, language, date, answers } };
  }

  interface ShownEntry {
    form: PaperForm | null;
    id: string;
    values: FormValues;
    faults: FieldFault[];
  }

  async function show(req: Request, res: Response, place: PaperPlace, { form, id, values, faults }: ShownEntry): Promise<void> {
    const { person, wave, definition, towns } = place;
    const { language } = req;
    const content = buildPaperEntryPage({
      language,
      slug: wave.slug,
      definition,
      wording: await desk.wordingFor(place, language),
      towns,
      formId: id,
      second: form && { number: form.number, samePerson: form.first.by === person.signInName },
      values,
      faults,
    });
    const languageHref = form ? `${paperAddress(wave.slug)}/forms/${id}/second` : `${paperAddress(wave.slug)}/form`;
    const layout = staffLayout(req, {
      title: content.heading,
      current: 'fieldwork',
      faults,
      languageHref,
      styles: ['sheet'],
      scripts: ['design.js'],
    });
    await renderView(res, 'respond/paperEntry', { layout, ...content }, faults.length > 0 ? 422 : 200);
  }

  return router;
}
