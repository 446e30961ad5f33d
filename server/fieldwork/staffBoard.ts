import type { SignedInPerson } from '../accounts/index.js';
import type { Language } from '../i18n/index.js';
import type { Wave } from './wave.js';

/** Something a member of staff should do, why, and the one action for it; texts are finished in the reader's language. */
export interface NextStep {
  title: string;
  explanation: string;
  action: { label: string; href: string };
}

export type NextStepsProvider = (reader: { person: SignedInPerson; language: Language }) => Promise<NextStep[]>;
/** Where else one works with a wave. */
export type WaveLinksProvider = (wave: Wave, language: Language) => { label: string; href: string }[];
export type ResponseCountsProvider = (wave: string) => Promise<{ townId: string; responses: number }[]>;

/**
 * What later features tell the staff pages. They come after fieldwork in the flow, so they hand their part in while the
 * application is assembled.
 */
export interface StaffBoard {
  addNextSteps: (provider: NextStepsProvider) => void;
  /** Valid responses per town of a wave. */
  provideResponseCounts: (provider: ResponseCountsProvider) => void;
  /** Links on the page of a wave. */
  addWaveLinks: (provider: WaveLinksProvider) => void;
}

export interface StaffBoardReadings {
  nextSteps: NextStepsProvider;
  waveLinks: WaveLinksProvider;
  /** Null where no feature counts responses. */
  responseCounts: (wave: string) => Promise<ReadonlyMap<string, number> | null>;
}

export function createStaffBoard(): StaffBoard & StaffBoardReadings {
  const providers: NextStepsProvider[] = [];
  const linkProviders: WaveLinksProvider[] = [];
  let counts: ResponseCountsProvider | null = null;
  return {
    addNextSteps(provider) {
      providers.push(provider);
    },
    provideResponseCounts(provider) {
      counts = provider;
    },
    addWaveLinks(provider) {
      linkProviders.push(provider);
    },
    waveLinks: (wave, language) => linkProviders.flatMap((provider) => provider(wave, language)),
    nextSteps: async (reader) => (await Promise.all(providers.map((provider) => provider(reader)))).flat(),
    responseCounts: async (wave) => counts && new Map((await counts(wave)).map(({ townId, responses }) => [townId, responses])),
  };
}
