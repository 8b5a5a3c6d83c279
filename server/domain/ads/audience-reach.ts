import { hash } from '../ids.ts'
import type { TargetingSpec } from './targeting.ts'

/** The number of people that targeting may reach. */
export interface ReachEstimate {
  readonly estimate: number
  readonly lower_bound: number
  readonly upper_bound: number
}

const everyone = 400_000_000
const step = 4000
const youngest = 18
const oldest = 65
const ages = oldest - youngest + 1

/**
 * Estimates reach from the targeting alone: an invented number, equal on every run, and smaller for narrower targeting.
 */
export function reachEstimate(spec: TargetingSpec): ReachEstimate {
  const { MINIMUM_AGE, MAXIMUM_AGE, ...lists } = spec
  const shares = Object.entries(lists).map(([key, values]) => shareOf(key, values))
  const reached = shares.reduce((people, share) => people * share, everyone * ageShare(MINIMUM_AGE, MAXIMUM_AGE))
  const estimate = Math.max(step, Math.round(reached / step) * step)
  return { estimate, lower_bound: estimate * 0.75, upper_bound: estimate * 1.25 }
}

function shareOf(key: string, values: unknown): number {
  if (!Array.isArray(values) || values.length === 0) return 1
  const parts = values.map((value) => 0.1 + (hash(key + JSON.stringify(value)) % 20) / 100)
  const share = Math.min(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  )
  return key.endsWith('_EXCLUDE') ? 1 - share / 2 : share
}

function ageShare(minimum: unknown, maximum: unknown): number {
  const [low = youngest, high = oldest] = [minimum ?? youngest, maximum ?? oldest].map((age) =>
    Math.min(oldest, Math.max(youngest, Number.parseInt(String(age), 10))),
  )
  return Math.max(1, high - low + 1) / ages
}
