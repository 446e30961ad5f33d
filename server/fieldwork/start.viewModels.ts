import type { Town } from '../../survey-definitions/contract/index.js';
import { may, type SignedInPerson, type TableModel } from '../accounts/index.js';
import type { PageModel } from '../http/views.js';
import { formatDate, formatInteger, type Language, type Texts } from '../i18n/index.js';
import type { NextStep } from './staffBoard.js';
import { buildWaveTable, type CountedWave } from './waveTable.viewModels.js';

export interface StaffStartPage extends PageModel {
  heading: string;
  today: string;
  greeting: string;
  stepsHeading: string;
  steps: NextStep[];
  /** Said where there is nothing to do. */
  noSteps: string;
  /** Four plain facts and the table of waves, for those who monitor fieldwork; null for the others. */
  monitoring: { counts: { label: string; value: string }[]; table: TableModel } | null;
}

declare module '../http/views.js' {
  interface Views {
    'fieldwork/start': StaffStartPage;
  }
}

interface StartMaterial {
  t: Texts;
  language: Language;
  person: SignedInPerson;
  today: string;
  towns: readonly Town[];
  steps: NextStep[];
  waves: readonly CountedWave[];
}

export function buildStartPage(material: StartMaterial): Omit<StaffStartPage, 'layout'> {
  const { t, language, person, today, steps } = material;
  return {
    heading: t('fieldwork.today'),
    today: formatDate(today, language),
    greeting: t('fieldwork.signed_in_as', { name: person.displayName }),
    stepsHeading: t('fieldwork.next_steps'),
    steps,
    noSteps: may(person, 'waves') ? t('fieldwork.no_steps') : t('fieldwork.no_steps_for_role'),
    monitoring: may(person, 'liveResults') ? { counts: startCounts(material), table: buildWaveTable(material) } : null,
  };
}

function startCounts({ t, language, waves }: StartMaterial) {
  const open = waves.filter(({ entry }) => entry === 'open');
  const inField = new Set(open.flatMap(({ wave }) => wave.towns.map(({ townId }) => townId)));
  const counted = open.filter(({ responses }) => responses !== null);
  const responses = counted.reduce((sum, wave) => sum + (wave.responses ?? 0), 0);
  const planned = waves.filter(({ wave }) => wave.state === 'planned').length;
  const fact = (key: 'count_open' | 'count_towns' | 'count_responses' | 'count_planned', count: number) => ({
    label: t(`fieldwork.${key}`, { count }),
    value: formatInteger(count, language),
  });
  return [
    fact('count_responses', responses),
    fact('count_open', open.length),
    fact('count_towns', inField.size),
    fact('count_planned', planned),
  ];
}
