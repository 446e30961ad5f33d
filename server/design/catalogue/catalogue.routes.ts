import type { Request, Response } from 'express';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { FormValuesSchema, type FormValues } from '../../accounts/index.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type Edit, type ShownForm } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { findSection } from '../structure/edits/sections.js';
import { tickedIn, valueIn } from '../structure/formTexts.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildCataloguePage } from './catalogue.viewModels.js';
import { chosenItems } from './search.js';
import { searchFrom } from './searchForm.viewModels.js';
import { takeItems } from './takeItems.js';

/** The questions of the platform's own questionnaires, to be taken into a draft. */
export function registerCatalogue({ editor, definitions }: DesignSurroundings): void {
  editor.page('/catalogue', {
    show: (req, res, draft, form) => showCatalogue(req, res, draft, definitions.builtIn, form),
    edit: (draft, req, values): Edit => {
      const into = valueIn(values, 'into');
      const ticked = tickedIn(values, 'items');
      const t = textsIn(req.language);
      if (findSection(draft.definition, into) === null)
        return { faults: [{ field: 'into', message: t('designStructure.error_section') }] };
      const taken = takeAll(draft.definition, definitions.builtIn, ticked, {
        section: into,
        indicators: tickedIn(values, 'indicators').length > 0,
      });
      if (taken.count === 0) return { faults: [{ field: 'items', message: t('designStructure.error_nothing_ticked') }] };
      const { definition, count, unconditioned } = taken;
      const query = unconditioned.length === 0 ? '' : `?unconditioned=${unconditioned.join(',')}`;
      return {
        definition,
        deed: { key: 'designStructure.deed_items_taken', values: { count } },
        next: `${draftAddress(draft.questionnaire)}${query}#section-${into}`,
      };
    },
  });
}

function takeAll(
  draft: Definition,
  sources: readonly Definition[],
  ticked: string[],
  how: { section: string; indicators: boolean },
) {
  let definition = draft;
  let count = 0;
  const unconditioned: string[] = [];
  for (const source of sources) {
    const items = chosenItems(source, ticked);
    if (items.length === 0) continue;
    const taken = takeItems(definition, { source, items, ...how });
    definition = taken.definition;
    count += items.length;
    unconditioned.push(...taken.unconditioned);
  }
  return { definition, count, unconditioned };
}

async function showCatalogue(
  req: Request,
  res: Response,
  draft: DraftRevision,
  sources: readonly Definition[],
  { values, faults }: ShownForm,
): Promise<void> {
  const asked: FormValues = values ?? FormValuesSchema.parse(req.query);
  const wanted = valueIn(asked, 'into');
  const into = findSection(draft.definition, wanted)?.id ?? draft.definition.sections.at(-1)?.id ?? '';
  const search = searchFrom(asked, sources, draft.definition.population);
  const page = buildCataloguePage(req.language, { draft, sources, search, into, posted: values, faults });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/catalogue', { ...surface, ...page }, res.statusCode);
}
