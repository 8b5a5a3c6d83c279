import { campaignsPath, get, textOf } from './api.ts'
import { residentMegabytes, startOurs, stop } from './child.ts'
import { factsOf } from './facts.ts'
import { launch, type Program } from './program.ts'
import { bareStart, builtServer } from './programs.ts'
import { measureInTurns } from './rounds.ts'
import type { Effort, Measured, Round, Row } from './row.ts'

const most = 3
const worldCount = 1000

async function afterStart(program: Program): Promise<number> {
  const { calls } = await factsOf('small')
  const child = await launch(program, calls['list 25'])
  const megabytes = residentMegabytes(child)
  await stop(child)
  return megabytes
}

const start = ({ starts }: Effort): Promise<Measured> =>
  measureInTurns(Math.min(starts, most), [
    { name: 'ours', kind: 'ours', figure: () => afterStart(builtServer()) },
    { name: 'bare Fastify', kind: 'limit', figure: () => afterStart(bareStart) },
  ])

/**
 * Wakes more worlds than may be open at once, so that the least recently used are suspended. The first thousand are not
 * counted: during them the process grows to its working size.
 */
async function perWorld(): Promise<Round> {
  const child = await startOurs({ stored: 'small' })
  const path = await campaignsPath(child)
  const wake = async (from: number, to: number): Promise<void> => {
    for (let world = from; world < to; world++) await textOf(child, get(`/w/bench-${world}${path}?page_size=1`))
  }
  await wake(0, worldCount)
  const before = residentMegabytes(child)
  await wake(worldCount, worldCount * 2)
  const after = residentMegabytes(child)
  await stop(child)
  return { ours: (after - before) / worldCount, 'the image that it copies': child.imageBytes / 2 ** 20 }
}

async function worlds({ starts }: Effort): Promise<Measured> {
  const rounds: Round[] = []
  for (let run = 0; run < Math.min(starts, most); run++) rounds.push(await perWorld())
  return {
    contestants: [
      { name: 'ours', kind: 'ours' },
      { name: 'the image that it copies', kind: 'limit' },
    ],
    rounds,
  }
}

/** The memory of the process. */
export const memoryRows: readonly Row[] = [
  { name: 'memory after start', unit: 'MB', reach: { ratio: 1.15 }, measure: start },
  { name: 'memory of a world, of a thousand', unit: 'MB', reach: { figure: 0.3 }, isLong: true, measure: worlds },
]
