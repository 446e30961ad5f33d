import { cell, column, type TableModel } from '../../accounts/index.js';
import { formatDate, textsIn, type Language } from '../../i18n/index.js';
import { figureText, levelText } from '../scenario/pages/scenarioWords.js';
import { methodChanges, type MethodChange } from './methodChanges.js';
import type { ScenarioMethodVersion } from './scenarioMethodVersion.js';

/** Every version, the newest first: who made it, when, why, and what it changed in the one before. */
export function historyTable(history: readonly ScenarioMethodVersion[], address: string, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'history',
    heading: t('scenario.history'),
    columns: ['versions', 'history_when', 'history_who', 'history_why'].map((key) =>
      column(t(`scenario.${key as 'versions' | 'history_when' | 'history_who' | 'history_why'}`)),
    ),
    rows: history.map(({ method, change }, at) => {
      const before = history[at + 1];
      const changes = before ? methodChanges(before.method, method).map((one) => changeInWords(one, language)) : [];
      return [
        cell(t('scenario.version', { version: method.version }), { href: `${address}?version=${String(method.version)}` }),
        cell(change ? formatDate(change.at.toISOString().slice(0, 10), language) : '–'),
        cell(change ? change.byName : t('scenario.built_in')),
        cell(change ? change.why : '–', { note: changes.length === 0 ? null : changes.join('; ') }),
      ];
    }),
    empty: '',
  };
}

function changeInWords(change: MethodChange, language: Language): string {
  const t = textsIn(language);
  const indicator = change.indicator.name[language];
  if (change.kind === 'side') return t('scenario.change_side', { indicator, side: t(`scenario.side_word_${change.after}`) });
  const values = {
    indicator,
    level: levelText(change.level, t),
    before: figureText(change.before, language),
    after: figureText(change.after, language),
  };
  if (change.kind === 'bound') return t('scenario.change_bound', values);
  return t('scenario.change_points', { ...values, scenario: change.scenario.name[language] });
}
