import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from '#server/app/app.ts'
import { Clock } from '#server/domain/time/clock.ts'
import { SeedStore } from '#server/seeds/seed-store.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { announce } from '../announce.ts'
import { multiply } from './multiply.ts'

/** The settings of a server whose world has an account that delivered for months. */
export interface LargeSettings {
  /** How many times the campaigns of the seed `large` are there, which has 1,000 with 10,000 ads; once when absent. */
  readonly times?: number
  /** How many days its ads have delivered; 90 when absent. */
  readonly days?: number
}

const dayMilliseconds = 86_400_000
const { times = 1, days = 90 }: LargeSettings = JSON.parse(process.argv[2] ?? '{}')
const clock = new Clock()
clock.freeze(Date.parse('2026-06-01T12:00:00Z'))
const seeds = new SeedStore('large', () => clock)
// Without the cache of responses: rows measure how figures are worked out.
const worlds = new WorldRegistry({ image: seeds.image(), seeds, clock: () => clock })
multiply(worlds.world('default').db, times)
// The seed's ads are 28 days old.
clock.advance((days - 28) * dayMilliseconds)

// Processor time between two turns of the loop: by the wall clock, a busy machine would block it as well.
const used = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
let before = used()
let held = 0
setInterval(() => {
  const now = used()
  held = Math.max(held, now - before)
  before = now
}, 2).unref()

const probe = createServer((_request, response) => {
  response.end(String(held))
  held = 0
}).listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port: heldPort } = probe.address() as AddressInfo

await announce(buildApp({ worlds, cache: false }), { today: clock.seconds() / 86_400, heldPort })
