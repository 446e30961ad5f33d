/** A model's variance split by the sets of inputs that make it, sets named by the positions of their inputs. */
interface Decomposition {
  mean: number;
  parts: { inputs: number[]; variance: number }[];
}

/** Sobol indices of models whose variances have closed forms, by the name of the model in a case. */
export function exactSobolIndices(options: Record<string, unknown>): unknown {
  const { mean, parts } = decompositionOf(options);
  const count = Math.max(...parts.flatMap(({ inputs }) => inputs)) + 1;
  const names = Array.isArray(options.inputs) ? (options.inputs as string[]) : Array.from({ length: count }, (_, at) => `x${at + 1}`);
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const shareOf = (wanted: (inputs: number[]) => boolean) =>
    parts.filter(({ inputs }) => wanted(inputs)).reduce((sum, part) => sum + part.variance, 0) / variance;
  const isSame = (a: number[], b: number[]) => a.length === b.length && a.every((input) => b.includes(input));
  const nameOf = (inputs: number[]) => inputs.map((input) => names[input]).join('');
  const pairs = names.flatMap((_, i) => names.slice(i + 1).map((_name, j) => [i, i + 1 + j]));
  return {
    mean,
    variance,
    first: names.map((_, at) => shareOf((inputs) => isSame(inputs, [at]))),
    total: names.map((_, at) => shareOf((inputs) => inputs.includes(at))),
    partialVariances: Object.fromEntries(parts.map((part) => [nameOf(part.inputs), part.variance])),
    second: Object.fromEntries(pairs.map((pair) => [nameOf(pair), shareOf((inputs) => isSame(inputs, pair))])),
  };
}

function decompositionOf(options: Record<string, unknown>): Decomposition {
  const { model, a, b, alpha, coefficients = a } = options as unknown as Parameters;
  if (/ishigami/i.test(model)) return ishigami(a as number, b);
  if (/^g\*?$|sobol.?g|g.?(star|function)/i.test(model)) return sobolG(a as number[], alpha);
  if (/linear|additive/i.test(model)) return linear(coefficients as number[]);
  throw new Error(`the model "${model}" is not known`);
}

interface Parameters {
  model: string;
  a: number | number[];
  b: number;
  alpha?: number[];
  coefficients?: number[];
}

/** T. Ishigami, T. Homma (1990): sin x₁ + a·sin² x₂ + b·x₃⁴·sin x₁, inputs uniform on (−π, π). */
function ishigami(a: number, b: number): Decomposition {
  const [fourth, eighth] = [Math.PI ** 4, Math.PI ** 8];
  return {
    mean: a / 2,
    parts: [
      { inputs: [0], variance: (1 + (b * fourth) / 5) ** 2 / 2 },
      { inputs: [1], variance: a ** 2 / 8 },
      { inputs: [0, 2], variance: b ** 2 * eighth * (1 / 18 - 1 / 50) },
    ],
  };
}

/**
 * I. M. Sobol (1993): Π (|4xᵢ − 2| + aᵢ)/(1 + aᵢ), inputs uniform on (0, 1); every set of inputs has a part. With αᵢ
 * other than 1 A. Saltelli et al. (2010): Π ((1 + αᵢ)·|2xᵢ − 1|^αᵢ + aᵢ)/(1 + aᵢ), wherever the inputs are shifted to.
 */
function sobolG(a: readonly number[], alpha?: readonly number[]): Decomposition {
  const own = a.map((value, at) => {
    const power = alpha?.[at] ?? 1;
    return power ** 2 / ((1 + 2 * power) * (1 + value) ** 2);
  });
  const sets = own.reduce<number[][]>((found, _, at) => [...found, ...found.map((set) => [...set, at])], [[]]);
  const parts = sets
    .filter((set) => set.length > 0)
    .map((inputs) => ({ inputs, variance: inputs.reduce((product, at) => product * (own[at] ?? 0), 1) }));
  return { mean: 1, parts };
}

/** Σ cᵢ·xᵢ, inputs uniform on (0, 1). */
function linear(coefficients: readonly number[]): Decomposition {
  return {
    mean: coefficients.reduce((sum, value) => sum + value / 2, 0),
    parts: coefficients.map((value, at) => ({ inputs: [at], variance: value ** 2 / 12 })),
  };
}
