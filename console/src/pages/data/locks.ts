import type { Row } from '../../state/world-export.ts'

/** A rule as test control lists it, as far as it is shown here. */
export interface ListedRule {
  readonly id: string
  readonly fields: readonly string[]
  readonly message: string
  readonly evidence: string
  readonly source: string
  readonly in_force: boolean
}

/** What a rule does to an entity now: whether it locks its fields, where that follows from a state. */
export interface Lock {
  readonly rule: ListedRule
  readonly isLocked: boolean
  /** The state from which it follows. */
  readonly because: string
}

/** Returns the rules that lock fields of an entity by a state of it or of its campaign, with whether they do now. */
export function locksOf(rules: readonly ListedRule[], row: Row, campaign: Row | undefined): readonly Lock[] {
  return rules.flatMap((rule): readonly Lock[] => {
    const lock = stateOf(rule.id, row, campaign)
    return lock === undefined ? [] : [{ rule, isLocked: rule.in_force && lock.isLocked, because: lock.because }]
  })
}

function stateOf(id: string, row: Row, campaign: Row | undefined): Omit<Lock, 'rule'> | undefined {
  const status = String(row.status ?? '')
  if (id.includes('.locked.')) return { isLocked: status !== 'DRAFT', because: `status is ${status}` }
  if (id.endsWith('.status.final')) {
    return { isLocked: ['ARCHIVED', 'DELETED_DRAFT'].includes(status), because: `status is ${status}` }
  }
  if (campaign === undefined || campaign.id === row.id) return undefined
  if (/\.cbo-/.test(id)) {
    const isCbo = isYes(campaign.is_campaign_budget_optimization)
    return { isLocked: isCbo, because: `its campaign has ${isCbo ? '' : 'no '}campaign budget optimization` }
  }
  if (!id.includes('.performance-plus.')) return undefined
  const isPlus = isYes(campaign.is_performance_plus)
  return { isLocked: isPlus, because: `its campaign is ${isPlus ? '' : 'not '}a Performance+ campaign` }
}

const isYes = (value: unknown): boolean => value === true || value === 1
