import { ruleIds } from '#server/registry/rule-catalog.ts'
import { allRules } from '#server/registry/rules.ts'
import type { Difference, Evidence, RuleEvidence } from './evidence.ts'
import type { ShapeDifference } from './shape.ts'
import type { CaseVerdict } from './verdict.ts'

/** What a probe has found so far: by rule, and of the shapes of answers by operation. */
export class Findings {
  readonly #verdicts = new Map<string, CaseVerdict[]>()
  readonly #shapes = new Map<
    string,
    { missing: Set<string>; added: Map<string, string>; types: Map<string, [string, string]> }
  >()
  /** What was adopted before, which is no news. */
  readonly #known: Pick<Evidence, 'rules' | 'operations'> | undefined

  constructor(known?: Pick<Evidence, 'rules' | 'operations'>) {
    this.#known = known
  }

  /** Adds the verdict on one case of a rule. */
  add(rule: string, verdict: CaseVerdict): void {
    const known = new Set(this.#known?.rules[rule]?.differences?.map(signatureOf))
    const news =
      'untold' in verdict ? verdict : { differences: verdict.differences.filter((one) => !known.has(signatureOf(one))) }
    this.#verdicts.set(rule, [...(this.#verdicts.get(rule) ?? []), news])
  }

  /** Adds how the shape of an operation's answer differs. */
  addShape(operation: string, { missing, added, types }: ShapeDifference): void {
    const known = this.#known?.operations[operation]
    const shape = this.#shapes.get(operation) ?? { missing: new Set(), added: new Map(), types: new Map() }
    for (const path of missing) if (!known?.missing.includes(path)) shape.missing.add(path)
    for (const [path, type] of Object.entries(added)) if (known?.added[path] !== type) shape.added.set(path, type)
    for (const [path, [our, their]] of Object.entries(types)) {
      if (known?.types[path]?.[1] !== their) shape.types.set(path, [our, their])
    }
    if (shape.missing.size + shape.added.size + shape.types.size > 0) this.#shapes.set(operation, shape)
  }

  /** Returns what was learned of each rule. */
  get rules(): Record<string, RuleEvidence> {
    return Object.fromEntries([...this.#verdicts].map(([rule, verdicts]) => [rule, evidenceOf(rule, verdicts)]))
  }

  /** Returns what was learned of the shapes of answers. */
  get operations(): Evidence['operations'] {
    return Object.fromEntries(
      [...this.#shapes].map(([operation, { missing, added, types }]) => [
        operation,
        { missing: [...missing].sort(), added: Object.fromEntries(added), types: Object.fromEntries(types) },
      ]),
    )
  }
}

const signatureOf = ({ call, moment, theirs }: Difference): string => JSON.stringify([call, moment, theirs])

function evidenceOf(rule: string, verdicts: readonly CaseVerdict[]): RuleEvidence {
  const differences = verdicts.flatMap((one) => ('differences' in one ? one.differences : []))
  if (differences.length > 0) {
    const adopt = adoptable(rule, differences)
    return { verdict: 'differs', differences, ...(adopt !== undefined && { adopt }) }
  }
  if (verdicts.some((one) => 'differences' in one)) return { verdict: 'agrees' }
  const [reason] = verdicts.flatMap((one) => ('untold' in one ? one.untold : []))
  return { verdict: 'untold', ...(reason !== undefined && { reason }) }
}

/** Returns what a mock can take over of differences: of the call that a rule refuses alone. */
function adoptable(rule: string, differences: readonly Difference[]): RuleEvidence['adopt'] {
  const difference = differences.find(({ call }) => call === 'refused')
  if (difference === undefined) return undefined
  const { what, theirs } = difference
  if (theirs.message === undefined) return ruleIds.switchable.includes(rule) ? { off: true } : undefined
  const isWhole = allRules.find(({ id }) => id === rule)?.refuses === 'request'
  const adopt = {
    ...((what.includes('code') || what.includes('outcome')) && theirs.code !== undefined && { code: theirs.code }),
    ...((what.includes('message') || what.includes('outcome')) && { message: theirs.message }),
    ...(what.includes('status') && isWhole && theirs.status >= 400 && { status: theirs.status }),
  }
  return Object.keys(adopt).length === 0 ? undefined : adopt
}
