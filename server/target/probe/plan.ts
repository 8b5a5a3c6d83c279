import { operationOf } from '#openapi/operations.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { nearest } from '#server/http/nearest.ts'
import { allRules } from '#server/registry/rules.ts'
import { areas } from './cases/areas.ts'
import { fixtures } from './cases/fixtures.ts'
import { kindOf } from './kinds.ts'
import type { ProbeCall, ProbeCase } from './probe-case.ts'
import { namesIn } from './references.ts'
import { untoldReason, untoldReasons } from './untold.ts'

/** What is to be probed. */
export interface Selection {
  /** Areas of cases, such as `campaigns`, or operations, such as `campaigns/create`; everything when empty. */
  readonly operations?: readonly string[]
  /** Ids of rules, or their beginnings with a `*`; everything when empty. */
  readonly rules?: readonly string[]
  /** Whether every case of a rule is sent, not its first alone. */
  readonly thorough?: boolean
  /** Whether the target is Pinterest's sandbox, which offers fewer operations. */
  readonly sandbox?: boolean
}

/** What a probe is going to do. */
export interface Plan {
  readonly cases: readonly ProbeCase[]
  /** Why rules that were selected cannot be told, by rule. */
  readonly untold: ReadonlyMap<string, string>
  /** The most calls by rate category, set-up and putting away included. */
  readonly calls: ReadonlyMap<string, number>
  /** The most entities of each kind that are made. */
  readonly made: ReadonlyMap<string, number>
}

/**
 * Plans a probe.
 *
 * @throws UsageError for an area, operation or rule that does not exist.
 */
export function planProbe({ operations = [], rules = [], thorough = false, sandbox = false }: Selection): Plan {
  const areaNames = Object.keys(areas)
  const operationIds = new Set(allRules.flatMap((rule) => rule.operations))
  for (const name of operations) {
    if (areaNames.includes(name) || operationIds.has(name)) continue
    throw new UsageError(`--operations: there is no ${name}. Areas are ${areaNames.join(', ')}; operations also pass.`)
  }
  const ids = allRules.map(({ id }) => id)
  for (const pattern of rules) {
    if (ids.some((id) => matches(id, pattern))) continue
    throw new UsageError(`--rules: there is no rule ${pattern}. Did you mean ${nearest(pattern, ids)}?`)
  }
  const inArea = new Set(operations.flatMap((name) => areas[name] ?? []).map(({ rule }) => rule))
  const selected = allRules.filter(
    ({ id, operations: ofRule }) =>
      (operations.length === 0 || inArea.has(id) || ofRule.some((one) => operations.includes(one))) &&
      (rules.length === 0 || rules.some((pattern) => matches(id, pattern))),
  )
  const cases: ProbeCase[] = []
  const untold = new Map<string, string>()
  const all = Object.values(areas).flat()
  for (const { id } of selected) {
    const ofRule = all.filter(({ rule }) => rule === id)
    const offered = ofRule.filter(
      (one) => !sandbox || callsOf(one).every(({ operation }) => operationOf(operation).sandbox),
    )
    cases.push(...(thorough ? offered : offered.slice(0, 1)))
    const reason = untoldReason(id)
    if (ofRule.length === 0) untold.set(id, reason === undefined ? 'no case' : untoldReasons[reason])
    else if (offered.length === 0) untold.set(id, 'the sandbox does not offer an operation that it needs')
  }
  return { cases, untold, ...countsOf(cases) }
}

const matches = (id: string, pattern: string): boolean =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern

/** Returns all calls of a case, those that make its fixtures included. */
function callsOf({ refused, passes }: ProbeCase): readonly ProbeCall[] {
  const own = [refused, passes].flatMap((act) => [...(act.setup ?? []), act])
  return [...own, ...fixturesOf(own).map((name) => fixtures[name] as ProbeCall)]
}

/** Returns the names of the fixtures that calls refer to, and of those that these refer to. */
function fixturesOf(calls: readonly ProbeCall[]): readonly string[] {
  const names = [...new Set(calls.flatMap(namesIn))].filter((name) => name in fixtures)
  if (names.length === 0) return []
  return [...new Set([...fixturesOf(names.map((name) => fixtures[name] as ProbeCall)), ...names])]
}

function countsOf(cases: readonly ProbeCase[]): Pick<Plan, 'calls' | 'made'> {
  const own = cases.flatMap(({ refused, passes }) => [refused, passes].flatMap((act) => [...(act.setup ?? []), act]))
  const all = [...own, ...fixturesOf(own).map((name) => fixtures[name] as ProbeCall)]
  const calls = new Map<string, number>([
    ['ads_read', 1],
    ['org_read', 1],
  ])
  const made = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string, count: number): void =>
    void counts.set(name, (counts.get(name) ?? 0) + count)
  for (const { operation } of all) {
    add(calls, operationOf(operation).rate_category, 1)
    const kind = kindOf(operation)
    if (kind?.create === operation) add(made, kind.name, 1)
  }
  for (const [name, count] of made) {
    const kind = kindOf(all.find(({ operation }) => kindOf(operation)?.name === name)?.operation ?? '')
    if (kind !== undefined) add(calls, operationOf(kind.create).rate_category, Math.ceil(count / kind.batch))
  }
  return { calls, made }
}
