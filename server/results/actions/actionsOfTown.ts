import type { Language } from '../../i18n/index.js';
import type { Scenes } from '../methods/designer/scenes.js';
import type { Methods } from '../methods/registry.js';
import type { TownPicture } from '../towns/townPicture.js';
import { buildActionsSection, type ActionsSection } from './actionsSection.viewModels.js';
import type { DirectionLinks } from './directionLinks.service.js';
import { weakPointsOf } from './weakIndicators.js';

export interface ActionsOfTownSurroundings {
  directionLinks: Pick<DirectionLinks, 'quoted' | 'current'>;
  methods: Pick<Methods, 'get'>;
  scenes: Scenes;
}

/** The weakest indicators of a picture that may be shown, with the directions as they are linked now. */
export type ActionsOfTown = (picture: TownPicture, language: Language) => Promise<ActionsSection>;

export function createActionsOfTown({ directionLinks, methods, scenes }: ActionsOfTownSurroundings): ActionsOfTown {
  return async ({ score }, language) => {
    const method = methods.get(score.method.id, score.method.version);
    return buildActionsSection({
      language,
      score,
      names: scenes.of(method, language).names,
      weak: weakPointsOf(score, method),
      directions: directionLinks.quoted,
      linkOf: await directionLinks.current(),
    });
  };
}
