import type { Violation } from '#server/domain/rules/rule.ts'
import { type Path, pathOf } from './place.ts'

/** A violation of one rule, or of the schema by one field. */
export interface Refusal extends Violation {
  /** How many fields of the same list the schema refuses: the list may be wrong, and not each value. */
  readonly inList?: number
}

/** Returns violations with one field each, so that a search can mend them one after the other. */
export function refusalsOf(violations: readonly Violation[]): readonly Refusal[] {
  return violations.flatMap((violation): readonly Refusal[] => {
    const { parts = [] } = violation
    if (parts.length === 0) return [violation]
    const lists = parts.map(({ in: place, field }) => listOf(place, field))
    return parts.map((part, index) => ({
      ...violation,
      parts: [part],
      inList: lists[index] === undefined ? 0 : lists.filter((list) => list === lists[index]).length,
    }))
  })
}

/** Returns the list that a field is in, as a text; undefined where it is in none. */
function listOf(place: string, field: string): string | undefined {
  const path = pathOf(field)
  return typeof path.at(-1) === 'number' ? JSON.stringify([place, ...path.slice(0, -1)]) : undefined
}

/** Returns what tells a refusal from others. */
export const refusalName = ({ rule, item, parts }: Refusal): string =>
  [rule, item, ...(parts ?? []).map(({ in: place, field }) => `${place} ${field}`)].join(' ')

/**
 * Tells whether a change is of no use because the schema refuses the value that it set, or that it took one away. What the
 * schema refuses elsewhere may be mended next: a field that the new value requires, or one that was not named before.
 *
 * @param path The place of the change.
 */
export function leadsNowhere(path: Path, before: readonly Refusal[], after: readonly Refusal[]): boolean {
  const earlier = new Set(before.map(refusalName))
  return after.some((refusal) => {
    const [part] = refusal.parts ?? []
    if (part === undefined || earlier.has(refusalName(refusal))) return false
    const place = [part.in, ...pathOf(part.field)]
    return path.every((step, index) => step === place[index])
  })
}
