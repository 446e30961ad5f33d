import { PanelTransformationSchema, type PanelTransformation } from '../../../survey-definitions/contract/index.js';

/** A transformation as one word of an address: `kind.name.of`, then the second column and the choice that the kind has. */
export function codeOf(transformation: PanelTransformation): string {
  const { kind, name, of } = transformation;
  return [kind, name, of, ...choicesOf(transformation)].join('.');
}

function choicesOf(transformation: PanelTransformation): (string | number)[] {
  switch (transformation.kind) {
    case 'lag':
      return [transformation.years];
    case 'share':
      return [transformation.by, transformation.unit];
    case 'per-capita':
      return [transformation.by, transformation.per];
    case 'product':
      return [transformation.by];
    default:
      return [];
  }
}

/** The transformation that a word stands for; null where it stands for none. */
export function transformationFrom(code: string): PanelTransformation | null {
  const [kind = '', name, of, ...choices] = code.split('.');
  const candidate = { kind, name, of, ...choicesFrom(kind, choices) };
  const parsed = PanelTransformationSchema.safeParse(candidate);
  return parsed.success ? parsed.data : null;
}

function choicesFrom(kind: string, [first, second]: readonly string[]): object {
  if (kind === 'lag') return { years: Number(first) };
  if (kind === 'share') return { by: first, unit: second };
  if (kind === 'per-capita') return { by: first, per: Number(second) };
  return kind === 'product' ? { by: first } : {};
}
