import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '#server/app/app.ts'
import { SeedStore } from '#server/seeds/seed-store.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { measureSlowness } from './calibration.ts'

/** The settings of a measured server. */
export interface ServerSettings {
  /** The number of worlds that earlier processes left in its data directory; in memory when absent. */
  readonly files?: number
}

/** The usage of the server's process so far. */
export interface Usage {
  /** Milliseconds of processor time of all its threads. */
  readonly processor: number
  /** The longest blocking of the event loop since the last report, in milliseconds of processor time. */
  readonly held: number
  /** Bytes in use after a garbage collection. */
  readonly memory: number
}

const { files }: ServerSettings = JSON.parse(process.argv[2] ?? '{}')
const directory = files === undefined ? undefined : mkdtempSync(join(tmpdir(), 'dear-'))
for (let number = 1; number <= (files ?? 0); number++)
  writeFileSync(join(directory ?? '', `world-${number}.sqlite`), '')
const seeds = new SeedStore('small')
const app = buildApp({ worlds: new WorldRegistry({ image: seeds.image(), seeds, directory }) })
await app.listen({ host: '127.0.0.1', port: 0 })
// The first runs of code are slower: it is compiled.
for (let time = 0; time < 5; time++) measureSlowness()

const sum = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
let before = sum(process.threadCpuUsage())
let held = 0
// Processor time between two turns of the loop: by the wall clock, a busy machine would block the loop as well.
setInterval(() => {
  const now = sum(process.threadCpuUsage())
  held = Math.max(held, now - before)
  before = now
}, 5)

function usage(): Usage {
  const used = { processor: sum(process.cpuUsage()), held, memory: 0 }
  held = 0
  return used
}

function collected(): Usage {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return { ...usage(), memory: heapUsed + external }
}

process.on('message', (request) => {
  if (request === 'calibrate') process.send?.(measureSlowness())
  else process.send?.(request === 'collect' ? collected() : usage())
})
process.on('disconnect', () => {
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
  process.exit()
})
process.send?.((app.server.address() as AddressInfo).port)
