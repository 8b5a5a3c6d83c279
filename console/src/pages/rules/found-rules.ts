import type { CatalogueEntry } from '../../../../server/library/generated/control.ts'

/** Returns the rules that the query of an address asks for: all words of its search, operation, evidence, in force. */
export function foundRules(rules: readonly CatalogueEntry[], query: URLSearchParams): readonly CatalogueEntry[] {
  const words = (query.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const [operation, evidence, force] = ['operation', 'evidence', 'force'].map((name) => query.get(name) || undefined)
  return rules.filter((rule) => {
    if (evidence !== undefined && rule.evidence !== evidence) return false
    if (force !== undefined && rule.in_force !== (force === 'yes')) return false
    if (operation !== undefined && !rule.operations.some((one) => one.includes(operation))) return false
    const text = `${rule.id} ${rule.code} ${rule.message} ${rule.fields.join(' ')} ${rule.source}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
