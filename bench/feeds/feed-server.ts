import { join } from 'node:path'
import { largestWorld } from '#db/size-budget.ts'
import { startMock } from '#server/index.ts'

/** What a server of feeds used since the last report. */
export interface FeedServerUsage {
  /** Seconds of processor time, of all threads. */
  readonly processor: number
  /** Resident memory now and at most, in MB. */
  readonly memory: number
  readonly most: number
  /** Milliseconds of processor time between two turns of the event loop: 99 of 100 are shorter, and the longest. */
  readonly turn: number
  readonly longest: number
}

const [directory = ''] = process.argv.slice(2)
const mock = await startMock({
  port: 0,
  feedDir: directory,
  dataDir: join(directory, 'worlds'),
  worldLimit: largestWorld,
  seed: 'empty',
})

const sum = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
/** The milliseconds of this thread. Reading the time of the process brings those of the thread up to date on Linux. */
function used(): number {
  process.cpuUsage()
  return sum(process.threadCpuUsage())
}

let [before, begin] = [used(), process.cpuUsage()]
let turns: number[] = []
let most = 0
setInterval(() => {
  const now = used()
  turns.push(now - before)
  before = now
}, 1)
setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)

function usage(): FeedServerUsage {
  const sorted = turns.toSorted((one, other) => one - other)
  const memory = process.memoryUsage.rss()
  const figures = {
    processor: sum(process.cpuUsage(begin)) / 1000,
    memory: memory / 2 ** 20,
    most: Math.max(most, memory) / 2 ** 20,
    turn: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    longest: sorted.at(-1) ?? 0,
  }
  begin = process.cpuUsage()
  turns = []
  most = 0
  return figures
}

process.on('message', () => process.send?.(usage()))
process.on('disconnect', () => process.exit())
process.send?.({ port: Number(new URL(mock.url).port) })
