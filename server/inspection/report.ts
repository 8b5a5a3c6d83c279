import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import type { Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { callOf } from './call.ts'
import type { Detector } from './findings/detector.ts'
import { detectors } from './findings/detectors.ts'
import { countedParts, maxRequestIds, type ReportedRequest } from './report-parts.ts'
import type { ReportReply } from './report-schema.ts'
import { isSettled } from './request-match.ts'

/**
 * Reports on the requests of journals. Findings are sought in each journal alone: after a reset, a client starts anew.
 *
 * @param implemented The ids of the operations that the server implements.
 */
export async function reportOf(journals: readonly Journal[], implemented: readonly string[]): Promise<ReportReply> {
  const slices = new TimeSlices()
  const runs: Run[] = []
  for (const { world, entries, redactor } of journals) {
    runs.push({ world: redactor.text(world), redactor, requests: await requestsOf(entries, slices) })
  }
  const all = runs.flatMap(({ requests }) => requests)
  const report: Partial<ReportReply> = {
    worlds: [...new Set(runs.map(({ world }) => world))].sort(),
    requests: all.length,
    forgotten: journals.reduce((sum, { forgotten }) => sum + forgotten, 0),
  }
  await slices.forEach(countedParts(all, implemented), (part) => Object.assign(report, part()))
  const findings = await findingsIn(runs, slices)
  return { ...report, findings, habits: habitsOf(findings) } as ReportReply
}

/** The requests of one journal. */
interface Run {
  readonly world: string
  readonly redactor: Redactor
  readonly requests: readonly ReportedRequest[]
}

async function requestsOf(entries: readonly JournalEntry[], slices: TimeSlices): Promise<readonly ReportedRequest[]> {
  const accepted = new Set<string>()
  const requests: ReportedRequest[] = []
  await slices.forEach(entries, (entry) => {
    if (!isSettled(entry)) return
    const call = callOf(entry)
    const isExpiry =
      call.status === 401 && accepted.has(call.caller) && entry.rules.includes('request.token' satisfies ApiErrorName)
    if (call.status !== null && call.status !== 401) accepted.add(call.caller)
    requests.push({ entry, call, isExpiry })
  })
  return requests
}

async function findingsIn(runs: readonly Run[], slices: TimeSlices): Promise<ReportReply['findings']> {
  const found = new Map<Detector, Occurrences>(detectors.map((detector) => [detector, []]))
  for (const { world, redactor, requests } of runs) {
    const calls = requests.map(({ call }) => call)
    await slices.forEach(detectors, (detector) => {
      const occurrences = found.get(detector)
      for (const { message, requests: ids } of detector.find(calls)) {
        occurrences?.push({ world, message: redactor.text(message), requests: ids.slice(0, maxRequestIds) })
      }
    })
  }
  return [...found].flatMap(([{ id, title, harm, instead }, occurrences]) =>
    occurrences.length === 0 ? [] : { finding: id, title, harm, instead, count: occurrences.length, occurrences },
  )
}

type Occurrences = ReportReply['findings'][number]['occurrences']

/** Returns the findings in the deprecated form of earlier versions. */
const habitsOf = (findings: ReportReply['findings']): ReportReply['habits'] =>
  findings.map(({ finding, occurrences, ...texts }) => ({ habit: finding, ...texts, findings: occurrences }))
