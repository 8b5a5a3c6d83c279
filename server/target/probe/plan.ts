import { operationOf } from '#openapi/operations.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { nearest } from '#server/http/nearest.ts'
import { allRules } from '#server/registry/rules.ts'
import { areas } from './cases/areas.ts'
import { callsOf, countsOf, type PlanCounts } from './plan-counts.ts'
import type { ProbeCase } from './probe-case.ts'
import { pinCategories } from './promotable-pin.ts'
import { needsPin } from './references.ts'
import { untoldReason, untoldReasons } from './untold.ts'

/** What is to be probed. */
export interface Selection {
  /** Areas of cases, such as `campaigns`, or operations, such as `campaigns/create`; everything when empty. */
  readonly operations?: readonly string[]
  /** Ids of rules, or their beginnings with a `*`; everything when empty. */
  readonly rules?: readonly string[]
  /** Whether every case of a rule is sent, not its first alone, and those that make dozens of entities. */
  readonly thorough?: boolean
  /** Whether the user names a Pin of which ads can be made. */
  readonly pin?: boolean
  /** Whether the target is Pinterest's sandbox, which offers fewer operations. */
  readonly sandbox?: boolean
}

/** What a probe is going to do. */
export interface Plan extends PlanCounts {
  readonly cases: readonly ProbeCase[]
  /** Why nothing can be said of rules that were selected, by rule. */
  readonly untold: ReadonlyMap<string, string>
}

/**
 * Plans a probe.
 *
 * @throws UsageError for an area, operation or rule that does not exist.
 */
export function planProbe(selection: Selection): Plan {
  const { operations = [], rules = [], thorough = false, pin = false } = selection
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
    const offered = ofRule.filter((one) => obstacle(one, selection) === undefined)
    cases.push(...(thorough ? offered : offered.slice(0, 1)))
    if (offered.length > 0) continue
    const [first] = ofRule
    const reason = untoldReason(id)
    untold.set(id, (first && obstacle(first, selection)) ?? (reason === undefined ? 'no case' : untoldReasons[reason]))
  }
  return { cases, untold, ...countsOf(cases, ['ads_read', 'org_read', ...(pin ? pinCategories : [])]) }
}

const matches = (id: string, pattern: string): boolean =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern

/** Returns why a case is not sent; undefined where it is. */
function obstacle(one: ProbeCase, { thorough, pin, sandbox }: Selection): string | undefined {
  if (sandbox && !callsOf([one]).every(({ operation }) => operationOf(operation).sandbox)) {
    return 'the sandbox does not offer an operation that it needs'
  }
  if (!pin && needsPin(one)) return 'needs a Pin: give one by --pin'
  return one.isLarge && !thorough ? 'makes dozens of entities: add --thorough' : undefined
}
