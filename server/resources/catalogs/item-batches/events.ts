import { itemErrors } from '#server/domain/catalogs/validation/issue-names.ts'
import type { CatalogType } from '../catalogs/schema.ts'
import { keyNames } from './operations.ts'
import type { ItemEvent } from './schema.ts'

/** An issue that the check of a product has found. */
interface Issue {
  readonly name: string
  readonly attribute: string
}

const names: readonly string[] = itemErrors
/** Codes of events are known by two examples, 106 and 112: those of errors begin at 100, and of warnings at 200. */
const firstError = 100
const anyWarning = 200

/** Returns an issue as batches list it. Codes and words are a decision of this project; the names are Pinterest's. */
export function issueEvent({ name, attribute }: Issue, severity: 'error' | 'warning'): ItemEvent {
  const position = names.indexOf(name)
  const code = severity === 'warning' ? anyWarning : firstError + (position === -1 ? names.length : position)
  return { attribute, code, message: `${attribute}: ${name}` }
}

const refusals = {
  missing: { code: 300, message: 'There is no item with this id in this country and language.' },
  taken: { code: 301, message: 'There is an item with this id in this country and language already.' },
} as const

/** Returns the error of an operation on an item that is missing, or is there already. */
export const refusal = (type: CatalogType, reason: keyof typeof refusals): ItemEvent => ({
  attribute: keyNames[type],
  ...refusals[reason],
})
