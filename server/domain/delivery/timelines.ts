import type { CampaignFacts, Timeline } from './facts.ts'

/** Returns the moments at which anything about a campaign changed or will, ascending. */
export function boundariesOf({ since, adGroups, ads, account, ...campaign }: CampaignFacts): readonly number[] {
  const moments = new Set<number>([since])
  /** Adds when something was created and changed, and the moments of each of its states, as far as it lasted then. */
  const add = <State>(life: Timeline<State>, momentsOf: (state: State) => readonly number[]): void => {
    let from = life.since
    if (from > since && Number.isFinite(from)) moments.add(from)
    for (const { until, state } of life.periods) {
      for (const moment of momentsOf(state)) if (moment > since && moment > from && moment < until) moments.add(moment)
      if (until > since && until < Number.POSITIVE_INFINITY) moments.add(until)
      from = until
    }
  }
  add(account, () => [])
  add({ since, ...campaign }, ({ schedule }) => [schedule.from, schedule.to])
  for (const group of adGroups) add(group, ({ schedule }) => [schedule.from, schedule.to])
  for (const ad of ads) add(ad, ({ approvedAt }) => [approvedAt])
  return [...moments].sort((one, other) => one - other)
}

/** Returns the state at a moment; undefined before the creation. */
export function stateAt<State>({ since, periods }: Timeline<State>, moment: number): State | undefined {
  if (moment < since) return undefined
  return periods.find(({ until }) => moment < until)?.state
}
