import { buildApp } from '../server/app/app.ts'
import { openAuth } from '../server/domain/access/tokens.ts'
import { WorldRegistry } from '../server/worlds/world-registry.ts'
import { announce } from './announce.ts'
import { imageWith, type Stored } from './image.ts'

/** The settings of our server. */
export interface OurSettings {
  /** The content of every new world. */
  readonly stored: Stored
  /** The entries of the journal; 1,000 when absent, as by default. */
  readonly journal?: number
  /** Whether limits count (too high to refuse) and only the bench's token passes. */
  readonly isGuarded?: boolean
  /** Whether the response cache is on; on when absent. */
  readonly cache?: boolean
  /** The directory of its worlds; in memory when absent. */
  readonly directory?: string
}

const { stored, journal, isGuarded = false, cache, directory }: OurSettings = JSON.parse(process.argv[2] ?? '')
const image = imageWith(stored)
const most = { per_second: 1e9, per_minute: 1e9, per_day: 1e9 }
const worlds = new WorldRegistry({
  image,
  directory,
  journal: { entries: journal },
  ...(isGuarded && { limits: { '*': most, ads_read: most, ads_write: most } }),
})
const auth = { ...openAuth, ...(isGuarded && { mode: 'strict' as const, tokens: { bench: {} } }) }
await announce(buildApp({ worlds, auth, cache }), { imageBytes: image.length })
