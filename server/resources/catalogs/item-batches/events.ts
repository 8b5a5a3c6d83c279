import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { ProductIssue } from '#server/domain/catalogs/validation/findings.ts'
import { codeOfIssue } from '#server/domain/catalogs/validation/issue-codes.ts'
import { truncatedText } from '#server/domain/truncate.ts'
import { keyNames } from './operations.ts'
import type { ItemEvent } from './schema.ts'

const longestSent = 100

/**
 * Returns an issue that the check of an item has found as batches list it. Codes and words are a decision of this project;
 * the names are Pinterest's.
 */
export function issueEvent(
  type: CatalogType,
  { name, attribute, value }: ProductIssue,
  severity: 'ERROR' | 'WARN',
): ItemEvent {
  const named = attribute === 'id' ? keyNames[type] : attribute
  const sent = value === '' ? '' : `. Sent: ${JSON.stringify(truncatedText(value, longestSent))}`
  return { attribute: named, code: codeOfIssue(name, severity), message: `${named}: ${name}${sent}` }
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
