import type { JournalEntry } from '../journal/entry.ts'
import type { Call } from './call.ts'
import type { ReportReply } from './report-schema.ts'

/** Number of request ids that the report lists for each thing that it counts. */
export const maxRequestIds = 5

/** A request of the journal with the call that detectors read. */
export interface ReportedRequest {
  readonly entry: JournalEntry
  readonly call: Call
  /** Whether it was refused for a token that had worked before: it expired, or was revoked. */
  readonly isExpiry: boolean
}

/** Returns the parts of the report that are counted over all requests, each as a step that takes a moment. */
export const countedParts = (
  requests: readonly ReportedRequest[],
  implemented: readonly string[],
): readonly (() => Partial<ReportReply>)[] => [
  () => ({ operations: operationsIn(requests, implemented) }),
  () => ({ errors: errorsIn(requests) }),
  () => ({ rules: rulesIn(requests) }),
  () => ({ faults: faultsIn(requests) }),
  () => {
    const met = metIn(requests)
    return { met, never: Object.entries(met).flatMap(([name, { count }]) => (count === 0 ? name : [])) }
  },
]

function operationsIn(requests: readonly ReportedRequest[], implemented: readonly string[]): ReportReply['operations'] {
  const met = groups(requests, ({ entry }) => (entry.operation === null ? [] : [entry.operation]))
  const names = new Set(met.map(([operation]) => operation))
  return {
    built: implemented.length,
    met: met.map(([operation, group]) => ({
      operation,
      calls: group.length,
      refused: group.filter(({ entry: { status, rules } }) => (status ?? 0) >= 400 || rules.length > 0).length,
    })),
    never: implemented.filter((operation) => !names.has(operation)),
  }
}

const errorsIn = (requests: readonly ReportedRequest[]): ReportReply['errors'] =>
  groups(requests, ({ entry: { status, violations } }) => {
    const codes =
      violations.length > 0 ? violations.map(({ code }) => code) : status !== null && status >= 400 ? [0] : []
    return [...new Set(codes)].map((code) => `${status} ${code}`)
  }).map(([key, group]) => {
    const [status = 0, code = 0] = key.split(' ').map(Number)
    return { status, code, operations: operationsOf(group), ...counted(group) }
  })

const rulesIn = (requests: readonly ReportedRequest[]): ReportReply['rules'] =>
  groups(requests, ({ entry }) => entry.rules).map(([rule, group]) => ({
    rule,
    operations: operationsOf(group),
    ...counted(group),
  }))

const faultsIn = (requests: readonly ReportedRequest[]): ReportReply['faults'] =>
  groups(requests, ({ entry }) => entry.faults.map((fault) => entry.redactor.text(fault))).map(([fault, group]) => ({
    fault,
    ...counted(group),
  }))

function metIn(requests: readonly ReportedRequest[]): ReportReply['met'] {
  const countOf = (isCounted: (request: ReportedRequest) => boolean) => counted(requests.filter(isCounted))
  return {
    pages_past_the_first: countOf(({ call }) => call.query.has('bookmark') && call.status === 200),
    rate_limits: countOf(({ call }) => call.status === 429),
    token_expiries: countOf(({ isExpiry }) => isExpiry),
    partial_failures: countOf(({ entry, call }) => call.stored && entry.violations.length > 0),
    server_errors: countOf(({ call }) => call.status !== null && call.status >= 500 && call.status !== 501),
    lost_answers: countOf(({ entry }) => entry.lost),
  }
}

/** Groups requests by each of their keys, the largest group first. */
const groups = (
  requests: readonly ReportedRequest[],
  keysOf: (request: ReportedRequest) => readonly string[],
): readonly [string, readonly ReportedRequest[]][] =>
  [
    ...Map.groupBy(
      requests.flatMap((request) => keysOf(request).map((key) => ({ key, request }))),
      ({ key }) => key,
    ),
  ]
    .map(([key, group]): [string, readonly ReportedRequest[]] => [key, group.map(({ request }) => request)])
    .sort(([, one], [, other]) => other.length - one.length)

const operationsOf = (group: readonly ReportedRequest[]): string[] => [
  ...new Set(group.map(({ entry: { operation, method } }) => operation ?? `${method} of nothing`)),
]

const counted = (group: readonly ReportedRequest[]): { count: number; requests: string[] } => ({
  count: group.length,
  requests: group.slice(0, maxRequestIds).map(({ entry }) => entry.id),
})
