/** Changes of bid multipliers by their part of the bid options, as bid options name them. */
export interface MultiplierDeltas {
  readonly age_bucket_multipliers?: Deltas | null | undefined
  readonly app_type_multipliers?: Deltas | null | undefined
  readonly gender_multipliers?: Deltas | null | undefined
  readonly placement_multipliers?: Deltas | null | undefined
  readonly audience_multipliers?:
    | readonly { readonly audience_id: string; readonly multiplier: number }[]
    | null
    | undefined
}

type Deltas = Readonly<Record<string, number | null | undefined>>

/** What a schedule changes while it is active. An amount of a budget is text, in micro-currency or hundredths of a percent. */
export interface ScheduledChange {
  readonly schedule_action: 'INCREASE_BY_VALUE' | 'INCREASE_BY_PERCENT'
  readonly delta_value: string | MultiplierDeltas
}

/** The changes that are in effect at a moment, by the id of the entity. */
export type ScheduledChanges = ReadonlyMap<string, readonly ScheduledChange[]>

/** The fields of a campaign or an ad group that schedules change. */
interface Schedulable {
  readonly daily_spend_cap?: number | null
  readonly budget_type?: string | null
  readonly budget_in_micro_currency?: number | null
  readonly bid_options?: object | null
}

/** The lowest and the highest bid multiplier, and the one of what has none. */
const [least, most, usual] = [0, 10, 1]

/** A change of 500 in percent is one of 5 %. */
const percentUnits = 10_000

/** Returns the budget that schedules change: the daily one, in micro-currency; undefined without one. */
export function dailyBudgetOf(entity: Schedulable): number | undefined {
  if (entity.daily_spend_cap) return entity.daily_spend_cap
  return (entity.budget_type === 'DAILY' && entity.budget_in_micro_currency) || undefined
}

/** Returns an entity as schedules change it. Several changes at once add up, each of them to what is stored. */
export function withChanges<Entity extends object>(entity: Entity, changes: readonly ScheduledChange[]): Entity {
  const stored: Schedulable = entity
  const budget = dailyBudgetOf(stored)
  const increase = changes.reduce((sum, change) => sum + budgetIncrease(change, budget ?? 0), 0)
  const deltas = changes.flatMap((change) => (typeof change.delta_value === 'string' ? [] : [change]))
  return {
    ...entity,
    ...(budget !== undefined && increase > 0 && withBudget(stored, Math.round(budget + increase))),
    ...(deltas.length > 0 && { bid_options: multiplied(stored.bid_options ?? {}, deltas) }),
  }
}

const withBudget = ({ daily_spend_cap }: Schedulable, amount: number) =>
  daily_spend_cap ? { daily_spend_cap: amount } : { budget_in_micro_currency: amount }

function budgetIncrease({ schedule_action, delta_value }: ScheduledChange, budget: number): number {
  if (typeof delta_value !== 'string') return 0
  return schedule_action === 'INCREASE_BY_VALUE' ? Number(delta_value) : (budget * Number(delta_value)) / percentUnits
}

/** Returns bid options with changed multipliers, which stay within their limits. */
function multiplied(options: object, changes: readonly ScheduledChange[]): object {
  const after = new Map<string, Record<string, number>>()
  for (const change of changes) {
    for (const { part, name, result } of multipliersAfter(options, change)) {
      const known = after.get(part) ?? { ...partOf(options, part) }
      const before = multiplierIn(options, part, name)
      known[name] = within((known[name] ?? before) + result - before)
      after.set(part, known)
    }
  }
  return { ...options, ...Object.fromEntries(after) }
}

/** A multiplier that a change leads to, which may lie beyond the limits. */
interface ChangedMultiplier {
  readonly part: string
  readonly name: string
  readonly result: number
}

/** Returns the multipliers that a change of bid options leads to. */
export function multipliersAfter(
  options: object,
  { schedule_action, delta_value }: ScheduledChange,
): readonly ChangedMultiplier[] {
  if (typeof delta_value === 'string') return []
  const { audience_multipliers, ...parts } = delta_value
  const audiences = (audience_multipliers ?? []).map(
    ({ audience_id, multiplier }) => [audience_id, multiplier] as const,
  )
  const deltas = Object.entries({ ...parts, audience_multipliers: Object.fromEntries(audiences) })
  return deltas.flatMap(([part, values]) =>
    Object.entries<number | null | undefined>(values ?? {}).flatMap(([name, delta]) => {
      if (delta == null) return []
      const before = multiplierIn(options, part, name)
      const result = schedule_action === 'INCREASE_BY_VALUE' ? before + delta : before * (1 + delta / percentUnits)
      return [{ part, name, result: Math.round(result * 1e6) / 1e6 }]
    }),
  )
}

/** Tells whether a multiplier is within the limits. */
export const isMultiplier = (value: number): boolean => value >= least && value <= most

const within = (value: number): number => Math.min(most, Math.max(least, Math.round(value * 1e6) / 1e6))

const partOf = (options: object, part: string): Readonly<Record<string, number>> => Reflect.get(options, part) ?? {}

const multiplierIn = (options: object, part: string, name: string): number => partOf(options, part)[name] ?? usual

/**
 * Returns the JSON text of an entity as schedules change it. Nothing is parsed where no schedule of the ad account is
 * active.
 */
export function scheduledText(json: string, scheduled: ScheduledChanges | undefined): string {
  if (scheduled === undefined) return json
  const entity: { readonly id: string } = JSON.parse(json)
  const changes = scheduled.get(entity.id)
  return changes === undefined ? json : JSON.stringify(withChanges(entity, changes))
}
