import type { Method } from '../../../../survey-definitions/contract/index.js';
import { LANGUAGES } from '../../../i18n/index.js';
import type { Methods } from '../registry.js';
import type { FormReader } from './formReader.js';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 40;

/** A copy of a published method under an id and names of its own, as the form asks for it. */
export function newMethodIn(read: FormReader, origin: Method, methods: Methods): Method {
  const id = read.text('id');
  if (!ID.test(id) || id.length > LONGEST_ID) read.refuse('id', 'methods.error_id');
  else if (methods.versionsOf(id).length > 0) read.refuse('id', 'methods.error_id_taken');
  const name = read.texts('name');
  for (const language of LANGUAGES) if (name[language] === '') read.refuse(`name.${language}`, 'methods.error_name');
  return { ...origin, id, name };
}
