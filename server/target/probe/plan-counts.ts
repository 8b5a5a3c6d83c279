import { operationOf } from '#openapi/operations.ts'
import { isObject } from '#server/domain/json-object.ts'
import { fixtures } from './cases/fixtures.ts'
import { kinds } from './kinds.ts'
import type { ProbeCall, ProbeCase } from './probe-case.ts'
import { namesIn } from './references.ts'

/** What cases take at most. */
export interface PlanCounts {
  /** The most calls by rate category, set-up and putting away included. */
  readonly calls: ReadonlyMap<string, number>
  /** The most entities of each kind that are made. */
  readonly made: ReadonlyMap<string, number>
}

/** Returns all calls of cases, those that make their fixtures included, each fixture once. */
export function callsOf(cases: readonly ProbeCase[]): readonly ProbeCall[] {
  const own = cases.flatMap(({ refused, passes }) => [refused, passes].flatMap((act) => [...(act.setup ?? []), act]))
  return [...own, ...fixturesOf(own).map((name) => fixtures[name] as ProbeCall)]
}

/** Returns the names of the fixtures that calls refer to, and of those that these refer to. */
function fixturesOf(calls: readonly ProbeCall[]): readonly string[] {
  const names = [...new Set(calls.flatMap(namesIn))].filter((name) => name in fixtures)
  if (names.length === 0) return []
  return [...new Set([...fixturesOf(names.map((name) => fixtures[name] as ProbeCall)), ...names])]
}

/** Counts what cases take at most, beside calls of these categories, each once. */
export function countsOf(cases: readonly ProbeCase[], others: readonly string[]): PlanCounts {
  const calls = new Map<string, number>()
  const made = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string, count: number): void =>
    void counts.set(name, (counts.get(name) ?? 0) + count)
  for (const category of others) add(calls, category, 1)
  for (const { operation, body } of callsOf(cases)) {
    add(calls, operationOf(operation).rate_category, 1)
    const kind = kinds.find(({ create }) => create === operation)
    if (kind !== undefined) add(made, kind.name, itemsIn(body))
  }
  for (const { name, create, batch } of kinds) {
    const count = made.get(name)
    if (count !== undefined) add(calls, operationOf(create).rate_category, Math.ceil(count / batch))
  }
  return { calls, made }
}

/** Returns how many entities the body of a creation names: it is a list, has one, or is one entity. */
function itemsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length
  const { labels, keywords, items } = isObject(body) ? body : {}
  for (const list of [labels, keywords, items]) if (Array.isArray(list)) return list.length
  return 1
}
