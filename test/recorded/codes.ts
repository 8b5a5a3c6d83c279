import type { RuleCatalogEntry } from '#server/registry/rule-catalog.ts'
import table from './observed-codes.json' with { type: 'json' }

/** A refusal of the live service that is known of. */
export interface KnownCode {
  /** The HTTP status; that of the batch where an item is refused. */
  readonly status: number
  /** Pinterest's number; null where the answer has none, or where it is not known. */
  readonly code: number | null
  /** Literally, but for what stands in braces; absent where the words are not known. */
  readonly message?: string
  /** Where it was met, by the ids of operations; none where the recording does not say it. */
  readonly operations: readonly string[]
  /** What it was about, where only that tells which refusal is meant. */
  readonly fields?: readonly string[]
  readonly evidence: string
  readonly source: string
}

/** Every refusal that is known of. */
export const knownCodes: readonly KnownCode[] = table

/** A rule or problem, as far as its evidence is judged. */
export type Judged = Pick<
  RuleCatalogEntry,
  'id' | 'status' | 'code' | 'message' | 'operations' | 'fields' | 'evidence' | 'source'
>

/** Numbers that stand for many violations: which one is meant, the words tell, or the operation and the field. */
const manyMeanings: ReadonlySet<number> = new Set([1, 2, 29, 953])

/** Whether an entry is the refusal that is known of, by its number, else by its words, else by what it is about. */
export function isAbout(known: KnownCode, entry: Judged): boolean {
  if (known.code !== null && known.code !== entry.code) return false
  if (known.code !== null && !manyMeanings.has(known.code)) return true
  if (known.status !== entry.status) return false
  if (known.message !== undefined) return isSaid(known.message, entry.message)
  return known.operations.some((id) => entry.operations.includes(id)) && hasField(known, entry)
}

const hasField = ({ fields = [] }: KnownCode, entry: Judged): boolean =>
  fields.some((field) => entry.fields.some((own) => own === field || own.startsWith(`${field}.`)))

/** Whether a message has these words; one that is completed by case is only how they begin. */
export function isSaid(words: string, message: string): boolean {
  const parts = words.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&'))
  return words.startsWith(message) || new RegExp(`^${parts.join('.*')}$`, 's').test(message)
}

/** Whether an entry is how a refusal that is known of is met here: with its status, number and words. */
export function isHow(known: KnownCode, entry: Judged): boolean {
  if (known.status !== entry.status || (known.code !== null && known.code !== entry.code)) return false
  return known.message === undefined ? isAbout(known, entry) : isSaid(known.message, entry.message)
}

/** What of an entry graded `assumed` was observed all the same; nothing where a row of the table says why it is not. */
export function observedOf(entry: Judged): readonly KnownCode[] {
  const rows = knownCodes.filter((known) => isAbout(known, entry))
  const isInferred = rows.some(({ evidence, message = '' }) => evidence === 'assumed' && isSaid(message, entry.message))
  return isInferred ? [] : rows.filter(({ evidence }) => evidence === 'observed')
}

/**
 * Why an entry graded `observed` is not as it was observed; undefined when it is. What of it was not observed, its
 * source has to call assumed, and the words may be so only where none are known.
 */
export function unlikeObserved(entry: Judged): string | undefined {
  const rows = knownCodes.filter((known) => known.evidence === 'observed' && isAbout(known, entry))
  const words = rows.flatMap(({ message }) => message ?? [])
  if (words.some((one) => isSaid(one, entry.message))) return undefined
  if (words.length > 0) return `${entry.id}: "${entry.message}" was observed as "${words.join('" or "')}"`
  if (/assumed/.test(entry.source)) return undefined
  return `${entry.id}: no row of the table has ${entry.code} "${entry.message}", and its source calls nothing assumed`
}
