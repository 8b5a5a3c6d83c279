/** Calls a second that the standard tier allows a user of an app, whatever they call. Documented: RL. */
export const callsPerSecond = 100

/** Calls a minute by category, standard tier. Second-hand transcription of RL, partly documented. */
const callsPerMinute: Readonly<Record<string, number>> = {
  ads_analytics: 300,
  ads_conversions: 120_000,
  ads_read: 1000,
  ads_write: 400,
  org_read: 1000,
  org_write: 100,
  org_analytics: 60,
  catalogs_read: 100,
  catalogs_write: 100,
  trends_read: 60,
}

/** The standard tier's calls a minute; a category that nobody has described counts as the widest common one. */
export const perMinute = (category: string): number => callsPerMinute[category] ?? 1000

/** How much of the current second and minute is used. */
export interface Usage {
  second: number
  inSecond: number
  minute: number
  inMinute: number
}

/** Counts one more call at that second of the world's clock. */
export function count(usage: Usage, now: number): void {
  const minute = Math.floor(now / 60)
  if (usage.second !== now) {
    usage.second = now
    usage.inSecond = 0
  }
  if (usage.minute !== minute) {
    usage.minute = minute
    usage.inMinute = 0
  }
  usage.inSecond++
  usage.inMinute++
}
