/** A part of a questionnaire that a finding, a difference or a link points at. */
export type Place =
  | { part: 'questionnaire' }
  | { part: 'section' | 'item' | 'scale' | 'list' | 'indicator' | 'variable' | 'population' | 'straightlineSet'; id: string }
  | { part: 'ending'; at: number }
  | { part: 'text'; key: string };

export function draftAddress(questionnaire: string): string {
  return `/design/${questionnaire}/draft`;
}

/** The page on which a place of a draft is changed. */
export function addressOfPlace(questionnaire: string, place: Place): string {
  const draft = draftAddress(questionnaire);
  switch (place.part) {
    case 'questionnaire':
      return `${draft}/settings`;
    case 'section':
      return `${draft}/sections/${place.id}`;
    case 'item':
      return `${draft}/items/${place.id}`;
    case 'scale':
      return `${draft}/scales/${place.id}`;
    case 'list':
      return `${draft}/lists/${place.id}`;
    case 'indicator':
      return `${draft}/indicators/${place.id}`;
    case 'variable':
      return `${draft}/variables/${place.id}`;
    case 'population':
      return `${draft}/populations/${place.id}`;
    case 'straightlineSet':
      return `${draft}/straightline/${place.id}`;
    case 'ending':
      return `${draft}/endings/${place.at}`;
    case 'text':
      return `${draft}/texts?key=${encodeURIComponent(place.key)}`;
  }
}
