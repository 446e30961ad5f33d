import { registerAnswers } from '../answers/answers.routes.js';
import { registerCatalogue } from '../catalogue/catalogue.routes.js';
import type { DesignSurroundings } from '../surroundings.js';
import { registerItems } from './items.routes.js';
import { registerOutline } from './outline.routes.js';
import { registerRemovals } from './removal.routes.js';
import { registerSections } from './sections.routes.js';

/** What a questionnaire consists of: sections, items, answers, and the catalogue that items are taken from. All are pages of the editor. */
export function registerStructure(surroundings: DesignSurroundings): void {
  registerOutline(surroundings);
  registerSections(surroundings);
  registerItems(surroundings);
  registerRemovals(surroundings);
  registerAnswers(surroundings);
  registerCatalogue(surroundings);
}
