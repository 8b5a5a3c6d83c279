import type { RuleEntry, Violation } from '#server/domain/rules/rule.ts'
import { costs, type Edit } from './edit.ts'
import { removed } from './place.ts'
import { leadsNowhere, type Refusal, refusalName, refusalsOf } from './refusals.ts'
import { editsFor, type SearchContext, type SentParts } from './violation-edits.ts'
import { withEdit } from './with-edit.ts'

/** What became of an attempt. */
export interface Attempt {
  readonly passes: boolean
  readonly violations: readonly Violation[]
}

/** What the search works with. */
export interface SearchOptions {
  readonly context: SearchContext
  readonly ruleOf: (id: string) => RuleEntry | undefined
  /** Tries a request on a copy of the world. */
  readonly attempt: (sent: SentParts) => Promise<Attempt>
  /** Whether as many requests were tried as one search may try. */
  readonly isOver: () => boolean
}

/** The result of a search: a request that passes, if one was found. */
export interface Found {
  readonly sent: SentParts | undefined
  /** Whether everything was tried that there was to try. */
  readonly isComplete: boolean
}

/** A request, with the sum of its changes. */
interface Changed {
  readonly sent: SentParts
  /** Its changes as texts, which tell it from others. */
  readonly edits: readonly string[]
  readonly cost: number
  /** How many changes in a row have mended nothing by themselves. */
  readonly vain: number
}

/** A changed request to be tried. */
interface Candidate {
  readonly estimate: number
  readonly attempt: Changed
  readonly edit: Edit
  /** What refused it before the change, the first of which the change is to mend. */
  readonly before: readonly Refusal[]
}

/** A request to be changed further. */
interface Branch {
  readonly estimate: number
  readonly change: Changed
  readonly refusals: readonly Refusal[]
}

/** How many changes may follow each other that mend nothing by themselves, and what each costs more. */
const maxVain = 1
const vainCost = 1.5

/**
 * Searches for the request that passes with the smallest change, best first: each attempt names what still refuses it, and
 * that suggests the next changes.
 *
 * @param refused The request as it was sent.
 * @param first What refuses it.
 */
export async function searchPassing(refused: SentParts, first: Attempt, options: SearchOptions): Promise<Found> {
  const steps: (Candidate | Branch)[] = []
  const seen = new Set<string>()
  steps.push(branchOf({ sent: refused, edits: [], cost: 0, vain: 0 }, refusalsOf(first.violations)))
  for (;;) {
    if (options.isOver()) return { sent: undefined, isComplete: false }
    const step = takeLeast(steps)
    if (step === undefined) return { sent: undefined, isComplete: true }
    if ('change' in step) {
      steps.push(...candidatesOf(step, seen, options))
      continue
    }
    const { passes, violations } = await options.attempt(step.attempt.sent)
    if (passes) return { sent: step.attempt.sent, isComplete: true }
    const next = nextBranch(step, refusalsOf(violations), options)
    if (next !== undefined) steps.push(next)
  }
}

const branchOf = (change: Changed, refusals: readonly Refusal[]): Branch => ({
  change,
  refusals,
  estimate: change.cost + refusals.length * costs.violation,
})

/** Returns the requests with one change more, each once. */
function candidatesOf({ change, refusals }: Branch, seen: Set<string>, options: SearchOptions): readonly Candidate[] {
  const [refusal] = refusals
  if (refusal === undefined) return []
  const { context, ruleOf } = options
  const rest = (refusals.length - 1) * costs.violation
  return editsFor(refusal, ruleOf(refusal.rule), change.sent, context).flatMap((edit) => {
    const edits = [...change.edits, textOf(edit)].sort()
    const key = edits.join('\n')
    if (seen.has(key)) return []
    seen.add(key)
    const cost = change.cost + edit.cost
    const attempt = { sent: withEdit(change.sent, edit, context), edits, cost, vain: change.vain }
    return { attempt, edit, before: refusals, estimate: cost + rest }
  })
}

/** Returns the branch that an attempt leads to; undefined where its change leads nowhere. */
function nextBranch(
  { attempt, edit, before }: Candidate,
  refusals: readonly Refusal[],
  { ruleOf }: SearchOptions,
): Branch | undefined {
  if (leadsNowhere(edit.path, before, refusals)) return undefined
  const [target] = before.map(refusalName)
  if (refusals.every((refusal) => refusalName(refusal) !== target)) return branchOf({ ...attempt, vain: 0 }, refusals)
  // Nothing beside the entity that is named can satisfy a rule about what exists, or about a state that is final.
  const isDecided = refusals.some(({ rule }) => ruleOf(rule)?.essential || ruleOf(rule)?.terminal)
  if (isDecided || attempt.vain >= maxVain) return undefined
  return branchOf({ ...attempt, cost: attempt.cost + vainCost, vain: attempt.vain + 1 }, refusals)
}

/** Takes the step of the least estimate, the earliest of equal ones. */
function takeLeast<Step extends { readonly estimate: number }>(steps: Step[]): Step | undefined {
  let least = 0
  for (let index = 1; index < steps.length; index++) {
    if ((steps[index]?.estimate ?? 0) < (steps[least]?.estimate ?? 0)) least = index
  }
  const [step] = steps.splice(least, 1)
  return step
}

const textOf = ({ path, value }: Edit): string => JSON.stringify([path, value === removed ? 'removed' : { value }])
