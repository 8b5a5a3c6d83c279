import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import type { Redactor } from '../domain/redaction/redactor.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { type Call, callOf } from './call.ts'
import type { Detector } from './findings/detector.ts'
import { detectors } from './findings/detectors.ts'
import type { ReportReply } from './report-schema.ts'
import { isOver } from './request-match.ts'

/** How many requests are named for each thing that is counted. */
const named = 5

/** One request, as the journal has it and as habits are looked for in it. */
interface Told {
  readonly entry: JournalEntry
  readonly call: Call
  /** Refused for a token that had been good before: it expired, or was revoked. */
  readonly isExpiry: boolean
}

/** What the clients of these journals did. Habits are looked for in each journal alone: a reset is a new beginning. */
export async function reportOf(journals: readonly Journal[], built: readonly string[]): Promise<ReportReply> {
  const slices = new TimeSlices()
  const runs: Run[] = []
  for (const { world, entries, blackout } of journals) {
    runs.push({ world: blackout.text(world), blackout, told: await toldOf(entries, slices) })
  }
  const all = runs.flatMap(({ told }) => told)
  const parts: (() => Partial<ReportReply>)[] = [
    () => ({ operations: operationsIn(all, built) }),
    () => ({ errors: errorsIn(all) }),
    () => ({
      rules: groups(all, ({ entry }) => entry.rules).map(([rule, those]) => ({
        rule,
        operations: operationsOf(those),
        ...counted(those),
      })),
    }),
    () => ({
      faults: groups(all, ({ entry }) => entry.faults.map((fault) => entry.redactor.text(fault))).map(
        ([fault, those]) => ({ fault, ...counted(those) }),
      ),
    }),
    () => {
      const met = metIn(all)
      return { met, never: Object.entries(met).flatMap(([name, { count }]) => (count === 0 ? name : [])) }
    },
  ]
  const report: Partial<ReportReply> = {
    worlds: [...new Set(runs.map(({ world }) => world))].sort(),
    requests: all.length,
    forgotten: journals.reduce((sum, { forgotten }) => sum + forgotten, 0),
  }
  await slices.forEach(parts, (part) => Object.assign(report, part()))
  return { ...report, habits: await habitsIn(runs, slices) } as ReportReply
}

/** What one journal has to tell. */
interface Run {
  readonly world: string
  readonly blackout: Redactor
  readonly told: readonly Told[]
}

async function toldOf(entries: readonly JournalEntry[], slices: TimeSlices): Promise<readonly Told[]> {
  const good = new Set<string>()
  const told: Told[] = []
  await slices.forEach(entries, (entry) => {
    if (!isOver(entry)) return
    const call = callOf(entry)
    const isExpiry =
      call.status === 401 && good.has(call.caller) && entry.rules.includes('request.token' satisfies ApiErrorName)
    if (call.status !== null && call.status !== 401) good.add(call.caller)
    told.push({ entry, call, isExpiry })
  })
  return told
}

function operationsIn(all: readonly Told[], built: readonly string[]): ReportReply['operations'] {
  const met = groups(all, ({ entry }) => (entry.operation === null ? [] : [entry.operation]))
  const names = new Set(met.map(([operation]) => operation))
  return {
    built: built.length,
    met: met.map(([operation, those]) => ({
      operation,
      calls: those.length,
      refused: those.filter(({ entry: { status, rules } }) => (status ?? 0) >= 400 || rules.length > 0).length,
    })),
    never: built.filter((operation) => !names.has(operation)),
  }
}

const errorsIn = (all: readonly Told[]): ReportReply['errors'] =>
  groups(all, ({ entry: { status, violations } }) => {
    const codes =
      violations.length > 0 ? violations.map(({ code }) => code) : status !== null && status >= 400 ? [0] : []
    return [...new Set(codes)].map((code) => `${status} ${code}`)
  }).map(([key, those]) => {
    const [status = 0, code = 0] = key.split(' ').map(Number)
    return { status, code, operations: operationsOf(those), ...counted(those) }
  })

function metIn(all: readonly Told[]): ReportReply['met'] {
  const those = (isMeant: (told: Told) => boolean) => counted(all.filter(isMeant))
  return {
    pages_past_the_first: those(({ call }) => call.query.has('bookmark') && call.status === 200),
    rate_limits: those(({ call }) => call.status === 429),
    token_expiries: those(({ isExpiry }) => isExpiry),
    partial_failures: those(({ entry, call }) => call.stored && entry.violations.length > 0),
    server_errors: those(({ call }) => call.status !== null && call.status >= 500 && call.status !== 501),
    lost_answers: those(({ entry }) => entry.lost),
  }
}

async function habitsIn(runs: readonly Run[], slices: TimeSlices): Promise<ReportReply['habits']> {
  const found = new Map<Detector, ReportReply['habits'][number]['findings']>(detectors.map((habit) => [habit, []]))
  for (const { world, blackout, told } of runs) {
    const calls = told.map(({ call }) => call)
    await slices.forEach(detectors, (habit) => {
      for (const { message, requests } of habit.find(calls)) {
        found.get(habit)?.push({ world, message: blackout.text(message), requests: requests.slice(0, named) })
      }
    })
  }
  return [...found].flatMap(([{ id, title, harm, instead }, findings]) =>
    findings.length === 0 ? [] : { habit: id, title, harm, instead, count: findings.length, findings },
  )
}

/** What was told under each key, the most frequent first. */
const groups = (
  all: readonly Told[],
  keysOf: (told: Told) => readonly string[],
): readonly [string, readonly Told[]][] =>
  [
    ...Map.groupBy(
      all.flatMap((told) => keysOf(told).map((key) => ({ key, told }))),
      ({ key }) => key,
    ),
  ]
    .map(([key, those]): [string, readonly Told[]] => [key, those.map(({ told }) => told)])
    .sort(([, one], [, other]) => other.length - one.length)

const operationsOf = (those: readonly Told[]): string[] => [
  ...new Set(those.map(({ entry: { operation, method } }) => operation ?? `${method} of nothing`)),
]

const counted = (those: readonly Told[]): { count: number; requests: string[] } => ({
  count: those.length,
  requests: those.slice(0, named).map(({ entry }) => entry.id),
})

/** When a report does not pass. */
export interface Threshold {
  /** Habits that must not be there; `any` is all. */
  readonly fail_on?: readonly string[] | undefined
  /** How many operations must be met. */
  readonly min_operations?: number | undefined
  /** How many findings of habits there may be. */
  readonly max_habits?: number | undefined
}

/** Why a report does not pass, a sentence for each reason; none when it does. */
export function failuresOf({ operations, habits: found }: ReportReply, threshold: Threshold): string[] {
  const { fail_on = [], min_operations = 0, max_habits = Number.POSITIVE_INFINITY } = threshold
  const bad = found.filter(({ habit }) => fail_on.includes('any') || fail_on.includes(habit))
  const count = found.reduce((sum, habit) => sum + habit.count, 0)
  const met = operations.met.length
  return [
    ...bad.map(({ habit, title, count: seen }) => `${habit}: ${title}, ${seen} times`),
    ...(met < min_operations ? [`${met} operations were met, and at least ${min_operations} are wanted`] : []),
    ...(count > max_habits ? [`${count} findings of habits, and at most ${max_habits} are allowed`] : []),
  ]
}
