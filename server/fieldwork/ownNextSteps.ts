import { may } from '../accounts/index.js';
import { formatDate, textsIn, type Language } from '../i18n/index.js';
import { mayManageWave } from './access.js';
import { dayAfter, dayOf } from './calendar.js';
import { countedWaves } from './countedWaves.js';
import type { NextStep, NextStepsProvider } from './staffBoard.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { waveTitle, type ShownWave } from './waveWords.viewModels.js';

const SOON_DAYS = 3;

/** What fieldwork itself asks for: a study to begin with, waves to open, to go on with, to close. */
export function createOwnNextSteps({ fieldwork, board, clock }: FieldworkSurroundings): NextStepsProvider {
  return async ({ person, language }) => {
    if (!may(person, 'waves')) return [];
    const waves = (await countedWaves(person, { fieldwork, board })).filter(({ wave }) => mayManageWave(person, wave));
    if (waves.length === 0) return [firstStep(language, (await fieldwork.listStudies()).length > 0)];
    return waves.flatMap((shown) => stepOf(shown, dayOf(clock(), shown.wave.timeZone), language) ?? []);
  };
}

function firstStep(language: Language, hasStudy: boolean): NextStep {
  const t = textsIn(language);
  return hasStudy
    ? {
        title: t('fieldwork.step_plan'),
        explanation: t('fieldwork.step_plan_why'),
        action: { label: t('fieldwork.new_wave'), href: '/fieldwork/new' },
      }
    : {
        title: t('fieldwork.step_study'),
        explanation: t('fieldwork.step_study_why'),
        action: { label: t('fieldwork.new_study'), href: '/fieldwork/studies/new' },
      };
}

/** At most one step per wave: the most pressing one. */
function stepOf(shown: ShownWave, today: string, language: Language): NextStep | null {
  const { wave, entry } = shown;
  const t = textsIn(language);
  const values = {
    wave: waveTitle(shown, language, t),
    opens: formatDate(wave.opens, language),
    closes: formatDate(wave.closes, language),
  };
  const step = (key: 'open' | 'close' | 'paused' | 'closing', label: string): NextStep => ({
    title: t(`fieldwork.step_${key}`, values),
    explanation: t(`fieldwork.step_${key}_why`, values),
    action: { label, href: `/fieldwork/waves/${wave.slug}` },
  });
  if (wave.state === 'planned') return wave.opens <= dayAfter(today) ? step('open', t('fieldwork.action_open')) : null;
  if (wave.state === 'open' && entry === 'closed') return step('close', t('fieldwork.action_close'));
  if (wave.state === 'paused') return step('paused', t('fieldwork.action_see'));
  if (wave.state === 'open' && dayAfter(today, SOON_DAYS) >= wave.closes) return step('closing', t('fieldwork.action_see'));
  return null;
}
