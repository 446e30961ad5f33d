/**
 * Content that was put into words once for a thing that never changes (a picture of a town), by what it depends on
 * besides: language, choices. It lives as long as the thing.
 */
export class FinishedContent<Content> {
  readonly #kept = new WeakMap<object, Map<string, Content>>();

  of(thing: object, variant: string, make: () => Content): Content {
    const variants = this.#kept.get(thing) ?? new Map<string, Content>();
    const content = variants.get(variant) ?? make();
    this.#kept.set(thing, variants.set(variant, content));
    return content;
  }
}
