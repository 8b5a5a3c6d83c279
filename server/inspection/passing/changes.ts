import { placeOf } from '#server/http/validation/issue-path.ts'
import type { SentParts } from './violation-edits.ts'

/** One value in which a request that passes differs from the refused one. */
export interface Change {
  readonly in: 'body' | 'query'
  /** Its place: `[0].daily_spend_cap`. */
  readonly field: string
  /** The value that was sent; undefined where there was none. */
  readonly sent: unknown
  /** The value that passes; undefined where the field is left out. */
  readonly passes: unknown
}

/** Returns the values in which two requests differ. */
export const changesOf = (sent: SentParts, passing: SentParts): readonly Change[] =>
  (['query', 'body'] as const).flatMap((part) =>
    differences(sent[part], passing[part]).map(({ path, before, after }) => ({
      in: part,
      field: placeOf(path),
      sent: before,
      passes: after,
    })),
  )

interface Difference {
  readonly path: readonly (string | number)[]
  readonly before: unknown
  readonly after: unknown
}

function differences(before: unknown, after: unknown, path: Difference['path'] = []): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => differences(item, after[index], [...path, index]))
  }
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => differences(before[name], after[name], [...path, name]))
  }
  return [{ path, before, after }]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
