import { lastRuns, type Run } from './history.ts'
import { loadRows } from './load-rows.ts'
import { type Result, resultOf } from './result.ts'
import type { Effort, Row } from './row.ts'
import { linesOf } from './terminal-lines.ts'

/** The share of its recorded ratio below which a row has become slow. */
const share = 0.7

/** Warmed up as long as in a full run, and longer: code that is not compiled yet looks like a loss. */
const brief: Effort = { rounds: 9, slice: 100, warmUp: 3000, starts: 1, isBesideReference: true }

/** Returns the latest recorded ratio of a row; undefined where no run has it. */
export const recordedRatio = (runs: readonly Run[], name: string): number | undefined =>
  runs.find(({ ratios }) => ratios[name] !== undefined)?.ratios[name]

/** Returns whether a row has lost more against its reference than a busy machine explains. */
export const hasLost = ({ summaries: [ours] }: Result, recorded: number): boolean =>
  ours !== undefined && ours.ratio < share * recorded

/**
 * Measures the rows of calls briefly, and returns the names of those whose ratio to bare Fastify is below 0.7 × of the
 * recorded one twice in a row. Without peers.
 */
export async function slowRows(print: (text: string) => void, rows: readonly Row[] = loadRows): Promise<string[]> {
  const [runs, slow]: [readonly Run[], string[]] = [lastRuns(), []]
  for (const row of rows) {
    const recorded = recordedRatio(runs, row.name)
    if (recorded === undefined) continue
    let hasLostTwice = true
    for (let time = 0; time < 2 && hasLostTwice; time++) {
      const result = resultOf(row, await row.measure(brief, []))
      print(`${linesOf(result, false)}\n  recorded ${recorded}`)
      hasLostTwice = hasLost(result, recorded)
    }
    if (hasLostTwice) slow.push(row.name)
  }
  return slow
}
