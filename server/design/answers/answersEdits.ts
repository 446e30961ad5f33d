import type { FormValues } from '../../accounts/index.js';
import type { TextKey, Texts } from '../../i18n/index.js';
import type { Edit } from '../editing/editor.routes.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { freeId } from '../structure/edits/freeId.js';
import { renamedStatuses } from '../structure/edits/renamedStatuses.js';
import { unlessEqual } from '../structure/edits/unlessEqual.js';
import { valueIn } from '../structure/formTexts.js';
import { readAnswers } from './answersForm.js';
import {
  addAnswers,
  copyAnswersFor,
  itemsWithAnswers,
  removeAnswers,
  replaceAnswers,
  takenAnswerIds,
  type AnswerKind,
  type AnswerSet,
} from './answerSets.js';

/** What the form of a scale or list makes of a draft, by the button that sent it. */
export function changeAnswers(draft: DraftRevision, before: AnswerSet, values: FormValues, t: Texts): Edit {
  const { definition, questionnaire } = draft;
  const { kind } = before;
  const deed = valueIn(values, '_do');
  if (deed === 'delete') return deletedAnswers(draft, before, t);
  const read = readAnswers(values, { kind, definition, before, t });
  if ('faults' in read) return read;
  const { set } = read;
  const pageOf = (id: string): string => withItem(addressOfPlace(questionnaire, { part: kind, id }), values);
  if (deed === 'copy') {
    const { definition: copied, copy } = copyAnswersFor(definition, valueIn(values, '_copyFor'), { ...set, id: before.id });
    return done(
      copied,
      'deed_answers_copied',
      before.id,
      `${addressOfPlace(questionnaire, { part: kind, id: copy })}?item=${valueIn(values, '_copyFor')}`,
    );
  }
  const replaced = unlessEqual(definition, replaceAnswers(definition, before.id, set));
  if (deed === 'duplicate') {
    const copy = freeId(set.id, takenAnswerIds(replaced, kind));
    return done(addAnswers(replaced, { ...set, id: copy }), 'deed_answers_copied', set.id, pageOf(copy));
  }
  const next = deed === '' ? nextAfterSaving(questionnaire, values) : `${pageOf(set.id)}#rows`;
  return {
    ...done(replaced, 'deed_answers_changed', set.id, next),
    statuses: renamedStatuses(draft.statuses, kind, before.id, set.id),
  };
}

export function addNewAnswers(draft: DraftRevision, kind: AnswerKind, values: FormValues, t: Texts): Edit {
  const read = readAnswers(values, { kind, definition: draft.definition, before: null, t });
  if ('faults' in read) return read;
  const { set } = read;
  const page = addressOfPlace(draft.questionnaire, { part: kind, id: set.id });
  const next = valueIn(values, '_do') === '' ? `${draftAddress(draft.questionnaire)}/answers` : `${page}#rows`;
  return done(addAnswers(draft.definition, set), 'deed_answers_added', set.id, next);
}

function deletedAnswers({ definition, questionnaire }: DraftRevision, { kind, id }: AnswerSet, t: Texts): Edit {
  const count = itemsWithAnswers(definition, kind, id).length;
  if (count > 0) return { faults: [{ field: 'id', message: t('designStructure.used_by', { count }) }] };
  return done(removeAnswers(definition, kind, id), 'deed_answers_removed', id, `${draftAddress(questionnaire)}/answers`);
}

type DeedName = 'deed_answers_added' | 'deed_answers_changed' | 'deed_answers_copied' | 'deed_answers_removed';

function done(definition: DraftRevision['definition'], deed: DeedName, id: string, next: string) {
  return { definition, deed: { key: `designStructure.${deed}` satisfies TextKey, values: { id } }, next };
}

/** Whoever came from a question goes back to it. */
function nextAfterSaving(questionnaire: string, values: FormValues): string {
  const item = valueIn(values, '_item');
  return item === '' ? `${draftAddress(questionnaire)}/answers` : addressOfPlace(questionnaire, { part: 'item', id: item });
}

function withItem(address: string, values: FormValues): string {
  const item = valueIn(values, '_item');
  return item === '' ? address : `${address}?item=${item}`;
}
