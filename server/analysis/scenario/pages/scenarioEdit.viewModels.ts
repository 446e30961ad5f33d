import type { ScenarioMethod, Town } from '../../../../survey-definitions/contract/index.js';
import {
  fieldsOf,
  summaryOf,
  type ErrorSummary,
  type FieldGroup,
  type FormModel,
  type TableModel,
} from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { RawScenario } from '../rawScenario.js';
import type { ScenarioEntry } from '../scenarioEntry.js';
import { entryAddress } from './scenarioAddresses.js';
import { changedTable } from './changedTable.viewModels.js';
import { inputHint } from './inputWords.js';
import { savedBy } from './scenarioWords.js';

/** Entering or correcting the inputs of one town and year. */
export interface ScenarioEditPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  intro: string[];
  /** What somebody else saved meanwhile, beside what was typed here; null where nobody did. */
  conflict: { text: string; table: TableModel } | null;
  /** What a new form can begin with; null once something is saved. */
  start: { label: string; options: { value: string; label: string; selected: boolean }[]; button: string; note: string } | null;
  summary: ErrorSummary | null;
  form: FormModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioEdit': ScenarioEditPage;
  }
}

export interface StartOption {
  value: string;
  label: string;
}

export interface ScenarioEditMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  year: number;
  method: ScenarioMethod;
  typed: RawScenario;
  /** What is saved for this town and year. */
  newest: ScenarioEntry | null;
  /** What the form was read at; 0 = nothing was saved. */
  revision: number;
  starts: readonly StartOption[];
  startedFrom: string;
  faults: FieldFault[];
  outdated: boolean;
}

export function editHeading(town: Town, year: number, newest: ScenarioEntry | null, language: Language): string {
  const key = newest ? 'scenarioData.correct_title' : 'scenarioData.enter_title';
  return textsIn(language)(key, { town: town.name[language], year });
}

export function buildScenarioEditPage(material: ScenarioEditMaterial): ScenarioEditPage {
  const { layout, language, town, year, newest, revision, faults, outdated } = material;
  const t = textsIn(language);
  const summary = summaryOf(faults.map((fault) => withField(fault, material, t)), t); // prettier-ignore
  const place = { town: town.name[language], year };
  return {
    layout,
    heading: editHeading(town, year, newest, language),
    back: newest
      ? { label: t('scenarioData.back_to_town', place), href: entryAddress(town.id, year) }
      : { label: t('scenarioData.back_to_list'), href: '/analysis/scenario' },
    intro: [t('scenarioData.edit_how'), t('scenarioData.edit_base')],
    conflict: newest && outdated ? conflictWith(newest, material, t) : null,
    start: newest ? null : startFrom(material, t),
    summary,
    form: {
      action: `${entryAddress(town.id, year)}/edit`,
      hidden: [{ name: 'revision', value: String(revision) }],
      fields: [...groupsOf(material, t), ...frameFields(material, t)],
      submitLabel: t(newest ? 'scenarioData.save_revision' : 'scenarioData.save'),
      summary,
    },
  };
}

/** Away from its field a fault says which one it is about. */
function withField(fault: FieldFault, { method, language }: ScenarioEditMaterial, t: Texts): FieldFault {
  const input = method.inputs.find(({ id }) => id === fault.field);
  const name = input?.name[language] ?? (fault.field === 'source' ? t('scenarioData.field_source') : null);
  return name === null ? fault : { ...fault, message: t('scenarioData.fault_at', { field: name, fault: fault.message }) };
}

function conflictWith(newest: ScenarioEntry, { typed, method, language }: ScenarioEditMaterial, t: Texts) {
  return {
    text: t('scenarioData.conflict', { saved: savedBy(newest, language, t), revision: newest.revision }),
    table: changedTable(newest, typed, method, language),
  };
}

function startFrom({ starts, startedFrom }: ScenarioEditMaterial, t: Texts): ScenarioEditPage['start'] {
  return {
    label: t('scenarioData.start_label'),
    options: starts.map((option) => ({ ...option, selected: option.value === startedFrom })),
    button: t('scenarioData.start_button'),
    note: t('scenarioData.start_note'),
  };
}

function groupsOf({ method, typed, faults, language }: ScenarioEditMaterial, t: Texts): FieldGroup[] {
  const fields = fieldsOf({ ...typed.figures }, faults);
  const choices = [
    { value: '', label: t('scenarioData.choose') },
    { value: '100', label: t('scenarioData.flag_yes') },
    { value: '0', label: t('scenarioData.flag_no') },
  ];
  return [...new Set(method.inputs.map(({ group }) => group))].map((group) => ({
    kind: 'group',
    label: t(`scenarioData.group_${group}`),
    hint: null,
    fields: method.inputs
      .filter((input) => input.group === group)
      .map((input) =>
        input.kind === 'flag'
          ? fields.select(input.id, input.name[language], choices)
          : fields.text(input.id, input.name[language], { hint: inputHint(input, language, t) }),
      ),
  }));
}

function frameFields({ typed, faults }: ScenarioEditMaterial, t: Texts): FormModel['fields'] {
  const fields = fieldsOf({ source: typed.source, synthetic: typed.synthetic }, faults);
  return [
    fields.text('source', t('scenarioData.field_source'), { hint: t('scenarioData.hint_source') }),
    fields.choices('synthetic', t('scenarioData.field_synthetic'), [{ value: 'yes', label: t('scenarioData.synthetic_yes') }], {
      type: 'checkbox',
    }),
  ];
}
