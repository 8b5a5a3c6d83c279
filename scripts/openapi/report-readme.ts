import { readFileSync } from 'node:fs'
import { evidences } from '#server/domain/rules/rule.ts'
import type { RuleCatalogEntry } from '#server/registry/rule-catalog.ts'
import type { Coverage } from './report-coverage.ts'

const readme = new URL('../../README.md', import.meta.url)
const place = /(?<=^<!-- status: [^\n]*-->\n).*?(?=^<!-- \/status -->$)/ms

/** The README with its figures as they are: of operations, recordings and rules. */
export function readmePage({ operations, built, recordings }: Coverage, rules: readonly RuleCatalogEntry[]): string {
  const recorded = new Set(recordings.map(({ operation }) => operation))
  const held = operations.filter(({ id }) => built.has(id) && recorded.has(id))
  const counts = evidences.map((one) => `${rules.filter(({ evidence }) => evidence === one).length} ${one}`)
  const status = `${built.size} of the ${operations.length} documented operations are implemented, ${held.length} of them compared with recorded responses of the live service on every run of the tests. The evidence of the ${rules.length} rules and errors: ${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}.`
  return readFileSync(readme, 'utf8').replace(place, () => `${status}\n`)
}
