import type { Redactor } from '../domain/redaction/redactor.ts'
import type { Journal } from '../journal/journal.ts'
import { isSettled } from '../journal/outcome.ts'
import { CallCounts } from '../journal/statistics/call-counts.ts'
import { CallStatistics } from '../journal/statistics/call-statistics.ts'
import { CallTotals } from '../journal/statistics/call-totals.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { comparisonsIn } from './report-comparisons.ts'
import { errorsIn, fallbacksIn, faultsIn, findingsIn, limitsIn, metIn, operationsIn, rulesIn } from './report-parts.ts'
import { rehearsalsIn } from './report-rehearsals.ts'
import type { ReportReply } from './report-schema.ts'

/** What a report is about. */
export interface ReportedCalls {
  readonly journals: readonly Journal[]
  /** Calls whose journals are gone; none when absent. */
  readonly past?: CallTotals
  readonly redactor: Redactor
  /** Findings that are left out; none when absent. */
  readonly ignored?: readonly string[]
}

/**
 * Reports on the calls to worlds. Findings are sought in each journal alone: after a reset, a client starts anew.
 *
 * @param implemented The ids of the operations that the server implements.
 */
export async function reportOf(
  { journals, past = new CallTotals(), redactor, ignored }: ReportedCalls,
  implemented: readonly string[],
): Promise<ReportReply> {
  const forgotten = journals.reduce((sum, journal) => sum + journal.forgotten.count, past.counts.calls)
  const totals = await totalsOf(journals, past)
  const { counts } = totals
  const met = metIn(counts)
  const findings = findingsIn(totals, redactor, ignored)
  return {
    worlds: [...new Set([...totals.worlds].map((world) => redactor.text(world)))].sort(),
    requests: counts.calls,
    forgotten,
    operations: operationsIn(counts, implemented),
    errors: errorsIn(counts),
    rules: rulesIn(counts),
    faults: faultsIn(counts, redactor),
    met,
    never: Object.entries(met).flatMap(([name, { count }]) => (count === 0 ? name : [])),
    findings,
    rehearsals: rehearsalsIn(counts, redactor),
    fallbacks: fallbacksIn(counts),
    comparisons: comparisonsIn(counts, redactor),
    limits_reached: limitsIn(totals),
    habits: habitsOf(findings),
  }
}

/** Adds the calls of journals to totals: those that a journal has, and those that it counted and forgot. */
export async function totalsOf(journals: readonly Journal[], totals = new CallTotals()): Promise<CallTotals> {
  const slices = new TimeSlices()
  for (const { world, entries, forgotten } of journals) {
    if (forgotten.statistics !== undefined) await slices.finish(forgotten.statistics.settle())
    const ofWorld = new CallStatistics(forgotten.statistics)
    await slices.forEach(entries, (entry) => {
      if (isSettled(entry)) ofWorld.add(entry)
    })
    await slices.finish(ofWorld.settle())
    totals.add(world, ofWorld)
  }
  return totals
}

/** Counts the calls of journals as `totalsOf` does, without looking for findings. */
export async function countsOf(journals: readonly Journal[], past = new CallTotals()): Promise<CallCounts> {
  const slices = new TimeSlices()
  const counts = new CallCounts(past.counts)
  for (const { entries, forgotten } of journals) {
    const ofWorld = new CallCounts(forgotten.statistics?.counts)
    await slices.forEach(entries, (entry) => {
      if (isSettled(entry)) ofWorld.add(entry)
    })
    counts.merge(ofWorld)
  }
  return counts
}

/** Returns the findings in the deprecated form of earlier versions. */
const habitsOf = (findings: ReportReply['findings']): ReportReply['habits'] =>
  findings.map(({ finding, occurrences, ...texts }) => ({ habit: finding, ...texts, findings: occurrences }))
