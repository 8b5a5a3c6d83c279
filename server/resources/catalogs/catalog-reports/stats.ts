import { codeOfIssue } from '#server/domain/catalogs/validation/issue-codes.ts'
import { readInSteps } from '#server/worlds/read-in-steps.ts'
import type { World } from '#server/worlds/world.ts'
import { countDistributionIssues, distributionIssues } from './repository.ts'
import { type ReportSource, resultOf } from './source.ts'

/** The issues of one name, counted. */
export type IssueCount = Readonly<Record<string, unknown>> & { readonly seq: number }

/** Returns the issues of a report, counted by their names. */
export const issueCounts = async (world: World, source: ReportSource): Promise<readonly IssueCount[]> =>
  source.feed === undefined ? await distributionCounts(world, source) : feedCounts(world, source)

async function distributionCounts(world: World, { catalog }: ReportSource): Promise<readonly IssueCount[]> {
  const counts = await readInSteps(world, () => countDistributionIssues(() => world.db, catalog.seq))
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

function feedCounts({ db }: World, source: ReportSource): readonly IssueCount[] {
  const result = resultOf(db, source)
  if (result?.outcome == null) return []
  const { validation }: { readonly validation: Readonly<Record<'errors' | 'warnings', Record<string, number>>> } =
    JSON.parse(result.outcome)
  const counted = (severity: 'ERROR' | 'WARN', counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([label, occurrences]) => ({ severity, label, occurrences }))
  return [...counted('ERROR', validation.errors), ...counted('WARN', validation.warnings)].map(
    ({ severity, label, occurrences }, index) => ({
      seq: index + 1,
      report_type: 'FEED_INGESTION_ISSUES',
      catalog_id: source.catalog.id,
      code: codeOfIssue(label, severity),
      code_label: label,
      message: label,
      occurrences,
      severity,
    }),
  )
}
