import { describe, expect, it } from 'vitest';
import { study, wave } from '../../test/support/wave.js';
import { loadDefinitions } from '../definitions/index.js';
import { WaveStateSchema, type WaveState } from './wave.js';
import { acceptsSubmissions, entryOf, nextStates, openingFaults, planFaults } from './waveStates.js';

const residents = loadDefinitions(process.cwd()).definition('residents', 1);
const duringWave = new Date('2026-03-15T10:00:00Z');

describe('the states of a wave', () => {
  const ALLOWED: [WaveState, WaveState][] = [
    ['planned', 'open'],
    ['open', 'paused'],
    ['open', 'closed'],
    ['paused', 'open'],
    ['paused', 'closed'],
    ['closed', 'archived'],
  ];

  it('follow planned → open ⇄ paused → closed → archived and nothing else', () => {
    const steps = WaveStateSchema.options.flatMap((from) => nextStates(from).map((to) => [from, to]));
    expect(steps.toSorted()).toEqual(ALLOWED.toSorted());
  });
});

describe('a wave may begin', () => {
  it('when its organiser is named in three languages and can be reached', () => {
    expect(openingFaults(wave(), residents, duringWave)).toEqual([]);
  });

  it('never while the organiser lacks one language', () => {
    const organiserName = { kk: 'Ұйымдастырушы', ru: ' ', en: 'Organiser' };
    expect(openingFaults(wave({ organiserName }), residents, duringWave)).toEqual(['organiserNameEmpty']);
  });

  it('never while the organiser cannot be reached', () => {
    expect(openingFaults(wave({ organiserContact: '' }), residents, duringWave)).toEqual(['organiserContactEmpty']);
  });

  it('without the name of an enterprise: its bracket is dropped from the texts', () => {
    expect(JSON.stringify(residents)).toContain('{enterprise_name}');
    expect(openingFaults(wave({ towns: [{ townId: 'zhezkazgan' }] }), residents, duringWave)).toEqual([]);
  });

  it('never with a placeholder that nothing fills', () => {
    const strange = { ...residents, thanks: { ...residents.thanks, en: 'Thank you, {first_name}' } };
    expect(openingFaults(wave(), strange, duringWave)).toEqual(['unknownPlaceholder']);
  });

  it('never after its last day', () => {
    expect(openingFaults(wave(), residents, new Date('2026-03-31T18:00:00Z'))).toEqual([]);
    expect(openingFaults(wave(), residents, new Date('2026-03-31T20:00:00Z'))).toEqual(['closingDatePassed']);
  });
});

describe('a plan is refused', () => {
  it.each([
    ['that ends before it begins', { closes: '2026-02-28' }, 'closesBeforeOpening'],
    ['with live numbers outside a demonstration', { live: true }, 'liveNeedsDemonstration'],
    ['whose questionnaire asks other people', { population: 'researchers' as const }, 'otherPopulation'],
    ['with the same town twice', { towns: [{ townId: 'satpayev' }, { townId: 'satpayev' }] }, 'duplicateTown'],
  ])('%s', (_words, changes, fault) => {
    expect(planFaults(wave(changes), study(), residents)).toEqual([fault]);
  });

  it('not for live numbers in a demonstration', () => {
    expect(planFaults(wave({ live: true }), study({ demonstration: true }), residents)).toEqual([]);
  });
});

describe('whether one may start today', () => {
  const at = (instant: string, state: WaveState) => entryOf(wave({ state }), new Date(instant));

  it('an open wave takes people from the first minute of its first day to the last of its last, in the town', () => {
    expect(at('2026-02-28T18:59:59Z', 'open')).toBe('not-yet');
    expect(at('2026-02-28T19:00:00Z', 'open')).toBe('open');
    expect(at('2026-03-31T18:59:59Z', 'open')).toBe('open');
    expect(at('2026-03-31T19:00:00Z', 'open')).toBe('closed');
  });

  it('a planned wave takes nobody, even within its dates', () => {
    expect(at('2026-03-15T10:00:00Z', 'planned')).toBe('not-yet');
  });

  it('a paused wave says so until its last day has passed', () => {
    expect(at('2026-03-15T10:00:00Z', 'paused')).toBe('paused');
    expect(at('2026-04-15T10:00:00Z', 'paused')).toBe('closed');
  });

  it('a closed and an archived wave are over', () => {
    expect(at('2026-03-15T10:00:00Z', 'closed')).toBe('closed');
    expect(at('2026-03-15T10:00:00Z', 'archived')).toBe('closed');
  });
});

describe('whether a started questionnaire may still be sent', () => {
  const GRACE_HOURS = 24;
  const accepts = (instant: string, changes: Parameters<typeof wave>[0]) =>
    acceptsSubmissions(wave(changes), new Date(instant), GRACE_HOURS);

  it('yes while the wave is open or paused', () => {
    expect(accepts('2026-03-15T10:00:00Z', { state: 'open' })).toBe(true);
    expect(accepts('2026-03-15T10:00:00Z', { state: 'paused' })).toBe(true);
  });

  it('yes for a day after the last day, although nobody pressed the button', () => {
    expect(accepts('2026-04-01T18:59:59Z', { state: 'open' })).toBe(true);
    expect(accepts('2026-04-01T19:00:00Z', { state: 'open' })).toBe(false);
  });

  it('yes for a day after it was closed by hand', () => {
    const closed = { state: 'closed' as const, closedAt: new Date('2026-03-10T12:00:00Z') };
    expect(accepts('2026-03-11T11:59:59Z', closed)).toBe(true);
    expect(accepts('2026-03-11T12:00:00Z', closed)).toBe(false);
  });

  it('no again when a wave is closed by hand long after its last day', () => {
    const late = { state: 'closed' as const, closedAt: new Date('2026-05-01T12:00:00Z') };
    expect(accepts('2026-05-01T12:30:00Z', late)).toBe(false);
  });

  it('never before a wave has been opened nor once it is archived', () => {
    expect(accepts('2026-03-15T10:00:00Z', { state: 'planned' })).toBe(false);
    expect(accepts('2026-03-15T10:00:00Z', { state: 'archived' })).toBe(false);
  });
});
