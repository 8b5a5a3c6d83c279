import type { Redactor } from '../domain/redaction/redactor.ts'
import { detectors } from '../journal/findings/detectors.ts'
import { type CallCounts, type Encounter, encounters } from '../journal/statistics/call-counts.ts'
import type { CallTotals } from '../journal/statistics/call-totals.ts'
import { maxKeys, type Tallies, type Tally } from '../journal/statistics/tally.ts'
import type { ReportReply } from './report-schema.ts'

/** Returns the operations that were called, and those that never were. */
export function operationsIn({ operations }: CallCounts, implemented: readonly string[]): ReportReply['operations'] {
  const met = [...operations].flatMap(([operation, { calls, refused }]) =>
    operation === null ? [] : { operation, calls, refused },
  )
  return {
    built: implemented.length,
    met: met.sort((one, other) => other.calls - one.calls),
    never: implemented.filter((operation) => !operations.has(operation)),
  }
}

/** Returns the errors that were answered, the most frequent first. */
export const errorsIn = ({ errors }: CallCounts): ReportReply['errors'] =>
  byFrequency(errors).map(([key, tally]) => {
    const [status = 0, code = 0] = key.split(' ').map(Number)
    return { status, code, operations: [...tally.operations], ...counted(tally) }
  })

/** Returns the rules that refused something, the most frequent first. */
export const rulesIn = ({ rules }: CallCounts): ReportReply['rules'] =>
  byFrequency(rules).map(([rule, tally]) => ({ rule, operations: [...tally.operations], ...counted(tally) }))

/** Returns the faults that were applied, the most frequent first. */
export const faultsIn = ({ faults }: CallCounts, redactor: Redactor): ReportReply['faults'] =>
  byFrequency(faults).map(([fault, tally]) => ({ fault: redactor.text(fault), ...counted(tally) }))

/** Returns which operations were answered from elsewhere, the most frequent first. */
export const fallbacksIn = ({ fallbacks }: CallCounts): ReportReply['fallbacks'] =>
  fallbacks.all
    .map(({ source, operation, refused, tally }) => ({ source, operation, refused, ...counted(tally) }))
    .sort((one, other) => other.count - one.count)

/** Returns how often clients met what every client meets in production. */
export const metIn = ({ met }: CallCounts): ReportReply['met'] =>
  Object.fromEntries(encounters.map((name) => [name, counted(met[name])])) as Record<Encounter, Counted>

/**
 * Returns what detectors found.
 *
 * @param ignored Findings that are left out.
 */
export const findingsIn = (
  { findings }: CallTotals,
  redactor: Redactor,
  ignored: readonly string[] = [],
): ReportReply['findings'] =>
  detectors.flatMap(({ id, title, harm, instead }) => {
    const { count = 0, list = [] } = findings.get(id)?.occurrences ?? {}
    if (count === 0 || ignored.includes(id)) return []
    const occurrences = list.map(({ world, message, requests }) => ({
      world: redactor.text(world),
      message: redactor.text(message),
      requests: [...requests],
    }))
    return { finding: id, title, harm, instead, count, occurrences }
  })

/** Returns a sentence for each bound of memory because of which the report may not have everything. */
export function limitsIn({ counts, findings, otherWorlds }: CallTotals): string[] {
  const ofDetectors = detectors.flatMap(({ id, memory }) => {
    const dropped = findings.get(id)?.dropped ?? 0
    return dropped === 0 ? [] : `${id} remembers ${memory} of each world: ${dropped} more were not compared`
  })
  const ofTallies = (['errors', 'rules', 'faults'] as const).flatMap((name) => {
    const { others } = counts[name]
    return others === 0 ? [] : `${name} are counted apart up to ${maxKeys}: ${others} more calls met others`
  })
  const ofWorlds = otherWorlds === 0 ? [] : [`the names of ${otherWorlds} worlds are left out of the list`]
  return [...ofDetectors, ...ofTallies, ...ofWorlds]
}

type Counted = ReportReply['met'][Encounter]

const byFrequency = ({ byKey }: Tallies): readonly [string, Tally][] =>
  [...byKey].sort(([, one], [, other]) => other.count - one.count)

const counted = ({ count, requests }: Tally): Counted => ({ count, requests: [...requests] })
