import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '#server/app.ts'
import { SeedStore } from '#server/seeds/seed-store.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { calibrated } from './calibration.ts'

/** What a server that is measured is started with. */
export interface DearSettings {
  /** How many worlds earlier processes have left in its data directory; in memory when absent. */
  readonly files?: number
}

/** What the server's process has used so far. */
export interface Usage {
  /** Milliseconds of processor time, of all its threads. */
  readonly processor: number
  /** The most milliseconds that its loop was held since it was asked last, in processor time. */
  readonly held: number
  /** Bytes that are in use after a collection. */
  readonly memory: number
}

const { files }: DearSettings = JSON.parse(process.argv[2] ?? '{}')
const directory = files === undefined ? undefined : mkdtempSync(join(tmpdir(), 'dear-'))
for (let number = 1; number <= (files ?? 0); number++)
  writeFileSync(join(directory ?? '', `world-${number}.sqlite`), '')
const seeds = new SeedStore('small')
const app = buildApp({ worlds: new WorldRegistry({ image: seeds.image(), seeds, directory }) })
await app.listen({ host: '127.0.0.1', port: 0 })
// What is run for the first time is translated first.
for (let time = 0; time < 5; time++) calibrated()

const sum = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
let before = sum(process.threadCpuUsage())
let held = 0
// What the thread has worked between two of its turns: by the clock, a busy machine would hold the loop, too.
setInterval(() => {
  const now = sum(process.threadCpuUsage())
  held = Math.max(held, now - before)
  before = now
}, 5)

function usage(): Usage {
  const told = { processor: sum(process.cpuUsage()), held, memory: 0 }
  held = 0
  return told
}

function collected(): Usage {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return { ...usage(), memory: heapUsed + external }
}

process.on('message', (asked) => {
  if (asked === 'calibrate') process.send?.(calibrated())
  else process.send?.(asked === 'collect' ? collected() : usage())
})
process.on('disconnect', () => {
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
  process.exit()
})
process.send?.((app.server.address() as AddressInfo).port)
