/** What a wave fills into the texts of its questionnaire. */
export const PLACEHOLDERS = ['minutes', 'organiser_name', 'organiser_contact', 'enterprise_name', 'min_group'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Partial<Record<Placeholder, string>>;

const BRACKETED_ENTERPRISE = / ?\(\{enterprise_name\}\)/g;
const PLACEHOLDER = /\{(\w+)\}/g;

/** The placeholders that a text contains, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/**
 * A text with its placeholders filled. The enterprise stands in brackets in the nominative; where no name is configured
 * the bracket is dropped with its brackets. Any other placeholder without a value stays as it is, which only a preview can show:
 * a wave is not opened while one is empty.
 *
 * @example fillPlaceholders('Do you work there ({enterprise_name})?', {}) // 'Do you work there?'
 */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  const named = isFilled(values.enterprise_name) ? text : text.replace(BRACKETED_ENTERPRISE, '');
  return named.replace(PLACEHOLDER, (whole, name: Placeholder) => {
    const value = values[name];
    return isFilled(value) ? value : whole;
  });
}

function isFilled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
