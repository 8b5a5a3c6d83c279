import type { ProblemName } from '../domain/problems.ts'
import { type Call, callOf } from './call.ts'
import type { JournalEntry } from './entry.ts'
import { habits } from './habits/index.ts'
import type { Journal } from './journal.ts'
import { isOver } from './match.ts'
import type { Blackout } from './redact.ts'
import type { ReportReply } from './report-schema.ts'

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
export function reportOf(journals: readonly Journal[], built: readonly string[]): ReportReply {
  const runs = journals.map(({ world, entries, blackout }) => ({
    world: blackout.text(world),
    blackout,
    told: toldOf(entries.filter(isOver)),
  }))
  const all = runs.flatMap(({ told }) => told)
  const met = metIn(all)
  return {
    worlds: [...new Set(runs.map(({ world }) => world))].sort(),
    requests: all.length,
    forgotten: journals.reduce((sum, { forgotten }) => sum + forgotten, 0),
    operations: operationsIn(all, built),
    errors: errorsIn(all),
    rules: groups(all, ({ entry }) => entry.rules).map(([rule, those]) => ({
      rule,
      operations: operationsOf(those),
      ...counted(those),
    })),
    faults: groups(all, ({ entry }) => entry.faults.map((fault) => entry.blackout.text(fault))).map(
      ([fault, those]) => ({ fault, ...counted(those) }),
    ),
    met,
    never: Object.entries(met).flatMap(([name, { count }]) => (count === 0 ? name : [])),
    habits: habitsIn(runs),
  }
}

function toldOf(entries: readonly JournalEntry[]): readonly Told[] {
  const good = new Set<string>()
  return entries.map((entry) => {
    const call = callOf(entry)
    const isExpiry =
      call.status === 401 && good.has(call.caller) && entry.rules.includes('request.token' satisfies ProblemName)
    if (call.status !== null && call.status !== 401) good.add(call.caller)
    return { entry, call, isExpiry }
  })
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
  groups(all, ({ entry: { status, refusals } }) => {
    const codes = refusals.length > 0 ? refusals.map(({ code }) => code) : status !== null && status >= 400 ? [0] : []
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
    partial_failures: those(({ entry, call }) => call.stored && entry.refusals.length > 0),
    server_errors: those(({ call }) => call.status !== null && call.status >= 500 && call.status !== 501),
    lost_answers: those(({ entry }) => entry.lost),
  }
}

/** What one journal has to tell. */
interface Run {
  readonly world: string
  readonly blackout: Blackout
  readonly told: readonly Told[]
}

function habitsIn(runs: readonly Run[]): ReportReply['habits'] {
  return habits.flatMap(({ id, title, harm, instead, find }) => {
    const findings = runs.flatMap(({ world, blackout, told }) =>
      find(told.map(({ call }) => call)).map(({ message, requests }) => ({
        world,
        message: blackout.text(message),
        requests: requests.slice(0, named),
      })),
    )
    return findings.length === 0 ? [] : { habit: id, title, harm, instead, count: findings.length, findings }
  })
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
