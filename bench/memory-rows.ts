import { campaignsPath, get, textOf } from './api.ts'
import { residentMegabytes, startOurs, stop } from './child.ts'
import { programs, started } from './life-rows.ts'
import { inPairs, type Pair } from './pairs.ts'
import type { Effort, Row } from './row.ts'

const worldCount = 1000
const runs = 3

async function afterStart(program: Parameters<typeof started>[0]): Promise<number> {
  const child = await started(program)
  const megabytes = residentMegabytes(child)
  await stop(child)
  return megabytes
}

/** More worlds than are open at once: the longest unused are at rest. The first are not counted: with them the process grows to its working size. */
async function perWorld(): Promise<Pair> {
  const child = await startOurs()
  const path = await campaignsPath(child)
  const wake = async (from: number, to: number): Promise<void> => {
    for (let world = from; world < to; world++) await textOf(child, get(`/w/bench-${world}${path}?page_size=1`))
  }
  await wake(0, worldCount)
  const before = residentMegabytes(child)
  await wake(worldCount, worldCount * 2)
  const after = residentMegabytes(child)
  await stop(child)
  return { ours: (after - before) / worldCount, peer: child.imageBytes / 2 ** 20 }
}

async function worlds(): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let run = 0; run < runs; run++) pairs.push(await perWorld())
  return pairs
}

const start = ({ starts }: Effort): Promise<readonly Pair[]> =>
  inPairs(
    Math.min(starts, runs),
    () => afterStart(programs.ours),
    () => afterStart(programs.bare),
  )

/** What the process holds in memory. */
export const memoryRows: readonly Row[] = [
  { name: 'memory after start', unit: 'MB', against: 'bare Fastify', measure: start },
  { name: 'memory of a world, of a thousand', unit: 'MB', against: 'the image that it is a copy of', measure: worlds },
]
