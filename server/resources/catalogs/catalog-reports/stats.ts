import { itemErrors } from '#server/domain/catalogs/validation/issue-names.ts'
import type { World } from '#server/worlds/world.ts'
import { findProcessingResult, listProcessings } from '../feed-processing-results/repository.ts'
import { countDistributionIssues, distributionIssues } from './repository.ts'
import type { ReportSource } from './source.ts'

/** The issues of one name, counted. */
export type IssueCount = Readonly<Record<string, unknown>> & { readonly seq: number }

const names: readonly string[] = itemErrors
const firstError = 100
const anyWarning = 200

/** Returns the number of an issue of a feed: those of errors begin at 100 (assumed). */
export const codeOfIssue = (name: string): number => {
  const position = names.indexOf(name)
  return position === -1 ? anyWarning : firstError + position
}

/** Returns the issues of a report, counted by their names. */
export const issueCounts = (world: World, source: ReportSource): readonly IssueCount[] =>
  source.feed === undefined ? distributionCounts(world, source) : feedCounts(world, source)

function distributionCounts({ db }: World, { catalog }: ReportSource): readonly IssueCount[] {
  const counts = countDistributionIssues(db, catalog.seq)
  return distributionIssues
    .filter(({ label }) => (counts[label] ?? 0) > 0)
    .map(({ code, label, ads, organic }) => ({
      seq: code,
      report_type: 'DISTRIBUTION_ISSUES',
      catalog_id: catalog.id,
      code,
      code_label: label,
      message: `${label}: ${ads && organic ? 'neither in ads nor elsewhere' : 'not in ads'}`,
      occurrences: counts[label],
      ineligible_for_ads: ads,
      ineligible_for_organic: organic,
    }))
}

function feedCounts(world: World, { catalog, feed, resultId }: ReportSource): readonly IssueCount[] {
  const result =
    resultId === undefined
      ? listProcessings(world.db, feed?.id ?? '', { limit: 1 })[0]
      : findProcessingResult(world.db, resultId)
  if (result?.outcome == null) return []
  const { validation }: { readonly validation: Readonly<Record<'errors' | 'warnings', Record<string, number>>> } =
    JSON.parse(result.outcome)
  const counted = (severity: 'ERROR' | 'WARN', counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([label, occurrences]) => ({ severity, label, occurrences }))
  return [...counted('ERROR', validation.errors), ...counted('WARN', validation.warnings)].map(
    ({ severity, label, occurrences }, index) => ({
      seq: index + 1,
      report_type: 'FEED_INGESTION_ISSUES',
      catalog_id: catalog.id,
      code: codeOfIssue(label),
      code_label: label,
      message: label,
      occurrences,
      severity,
    }),
  )
}
