/**
 * What an attacker can compute who knows, at worst, exactly who stands behind each published mean and how many they are:
 * every published mean is then a sum over a known set of persons, and anything that follows from several of them is a
 * linear combination of these sums.
 */

export type People = ReadonlySet<string>;

/** Persons who stand behind the same published figures: nothing tells them apart. */
interface Atom {
  people: string[];
  /** 1 where the published figure rests on them, in the order of the figures. */
  row: number[];
}

const LARGEST_SEARCH = 14;

/**
 * A group of 1 … k − 1 persons of whom a linear combination of the published sums tells something, whatever the others
 * answered; null where there is none. A combination speaks of a group alone when it vanishes outside of it: it exists
 * exactly where leaving the group out of the system lowers its rank.
 */
export function exposedGroup(figures: readonly People[], k: number): string[] | null {
  const atoms = atomsOf(figures);
  const small = atoms.filter(({ people }) => people.length < k).slice(0, LARGEST_SEARCH);
  const rank = rankOf(atoms);
  for (let choice = 1; choice < 2 ** small.length; choice += 1) {
    const group = small.filter((_, at) => (choice & (2 ** at)) !== 0);
    const people = group.flatMap((atom) => atom.people);
    if (people.length < k && rankOf(atoms.filter((atom) => !group.includes(atom))) < rank) return people;
  }
  return null;
}

function atomsOf(figures: readonly People[]): Atom[] {
  const atoms = new Map<string, Atom>();
  for (const person of new Set(figures.flatMap((people) => [...people]))) {
    const row = figures.map((people) => (people.has(person) ? 1 : 0));
    const atom = atoms.get(row.join()) ?? { people: [], row };
    atom.people.push(person);
    atoms.set(row.join(), atom);
  }
  return [...atoms.values()];
}

/** Rank of the system with one unknown for each atom, by elimination: the numbers are small and whole. */
function rankOf(atoms: readonly Atom[]): number {
  const rows = atoms.map(({ row }) => [...row]);
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const found = rows[pivot];
    if (found === undefined) continue;
    [rows[pivot], rows[rank]] = [rows[rank] ?? [], found];
    for (let at = rank + 1; at < rows.length; at += 1) {
      const factor = (rows[at]?.[column] ?? 0) / (found[column] ?? 1);
      rows[at] = (rows[at] ?? []).map((value, place) => value - factor * (found[place] ?? 0));
    }
    rank += 1;
  }
  return rank;
}
