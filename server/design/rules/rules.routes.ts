import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type DraftPageHandlers } from '../editing/editor.routes.js';
import { moved, registerMemberPages } from '../measurement/memberPages.routes.js';
import { draftAddress } from '../places.js';
import type { DesignSurroundings } from '../surroundings.js';
import { isConsentRule } from './consentRule.js';
import { withoutDependents, withRenamedVariable } from './dependentVariables.js';
import { readEnding, sameRule } from './endingForm.js';
import { buildEnding } from './endingForm.viewModels.js';
import { readPopulation } from './populationForm.js';
import { buildPopulation } from './populationForm.viewModels.js';
import { buildRulesPage } from './rulesPage.viewModels.js';
import { readStraightlineSet } from './straightlineForm.js';
import { buildStraightlineSet } from './straightlineForm.viewModels.js';
import { readThresholds } from './thresholdsForm.js';
import { readVariable } from './variableForm.js';
import { buildVariable } from './variableForm.viewModels.js';
import { readWeighting } from './weightingForm.js';

/** What is done with answers: when the questionnaire ends early, who is analysed, what is computed, weighted and watched. */
export function registerRules({ editor }: DesignSurroundings): void {
  const show: DraftPageHandlers['show'] = async (req, res, draft, { values, faults }) => {
    const page = buildRulesPage(req.language, { draft, values, faults });
    const surface = draftSurface(req, draft, { tab: 'rules', title: page.heading, faults });
    await renderView(res, 'design/rules', { ...surface, ...page }, faults.length > 0 ? 422 : 200);
  };
  editor.page('/rules', { show, edit: (draft, _req, values) => moved(draft, values, 'rules') });
  editor.edit('/rules/weighting', {
    show,
    edit: (draft, _req, values) => ({
      definition: readWeighting(values, draft.definition),
      deed: { key: 'designMeasurement.deed_weighting' },
      next: `${draftAddress(draft.questionnaire)}/rules#weighting`,
    }),
  });
  editor.edit('/rules/thresholds', {
    show,
    edit(draft, req, values) {
      const read = readThresholds(values, draft.definition, textsIn(req.language));
      if ('faults' in read) return read;
      const next = `${draftAddress(draft.questionnaire)}/rules#thresholds`;
      return { ...read, deed: { key: 'designMeasurement.deed_thresholds' }, next };
    },
  });
  registerRuleMembers({ editor });
}

function registerRuleMembers({ editor }: Pick<DesignSurroundings, 'editor'>): void {
  registerMemberPages(editor, {
    collection: 'endings',
    segment: 'endings',
    list: 'rules',
    tab: 'rules',
    build: buildEnding,
    read: readEnding,
    refusal({ endings }, at, { values }) {
      const rule = endings[at];
      if (rule && isConsentRule(rule)) return 'designMeasurement.consent_rule_kept';
      return sameRule(rule, values) ? null : 'designMeasurement.ending_elsewhere';
    },
  });
  registerMemberPages(editor, {
    collection: 'analysisPopulations',
    segment: 'populations',
    list: 'rules',
    tab: 'rules',
    build: buildPopulation,
    read: readPopulation,
    refusal: ({ analysisPopulations }, _at, { deed }) =>
      deed === 'removal' && analysisPopulations.length === 1 ? 'designMeasurement.population_last' : null,
  });
  registerMemberPages(editor, {
    collection: 'derived',
    segment: 'variables',
    list: 'rules',
    tab: 'rules',
    build: buildVariable,
    read: readVariable,
    withoutDependents,
    withRenamed: withRenamedVariable,
  });
  registerMemberPages(editor, {
    collection: 'straightlineSets',
    segment: 'straightline',
    list: 'rules',
    tab: 'rules',
    build: buildStraightlineSet,
    read: readStraightlineSet,
  });
}
