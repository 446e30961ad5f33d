import { holds, type Answers, type Condition } from '../../../../survey-definitions/contract/index.js';

/** Whether a condition holds; open while it depends on a question that still waits for an answer. */
export type Truth = 'yes' | 'no' | 'open';

/** Three-valued truth (Kleene): a part that is decided may decide the whole. `open` are the items without an answer yet. */
export function truthOf(condition: Condition, answers: Answers, open: ReadonlySet<string>): Truth {
  if ('all' in condition) return strongest(condition.all, 'no', answers, open);
  if ('any' in condition) return strongest(condition.any, 'yes', answers, open);
  if ('not' in condition) return opposite(truthOf(condition.not, answers, open));
  if (open.has(condition.item)) return 'open';
  return holds(condition, answers) ? 'yes' : 'no';
}

function strongest(parts: Condition[], deciding: 'yes' | 'no', answers: Answers, open: ReadonlySet<string>): Truth {
  const truths = parts.map((part) => truthOf(part, answers, open));
  if (truths.includes(deciding)) return deciding;
  return truths.includes('open') ? 'open' : opposite(deciding);
}

function opposite(truth: Truth): Truth {
  if (truth === 'open') return 'open';
  return truth === 'yes' ? 'no' : 'yes';
}
