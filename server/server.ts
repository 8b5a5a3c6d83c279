import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { exportState, stateFormat } from '../db/export.ts'
import { DirectoryInUseError } from '../db/lock.ts'
import { StorageFullError } from '../db/room.ts'
import { NewerDatabaseError } from '../db/unusable.ts'
import { type About, aboutOf } from './about.ts'
import { buildApp } from './app.ts'
import { checkRules, UsageError } from './config/config.ts'
import type { Configuration } from './config/options.ts'
import { OutputFile } from './config/output-file.ts'
import { sizeLimitsOf } from './config/size-limits.ts'
import { defaultWorld } from './domain/world-name.ts'
import { hostForUrl } from './http/connection/url-host.ts'
import { LazySeeds } from './seeds/lazy-store.ts'
import { createHttpsServer, listen, loadTlsCredentials } from './tls/https-server.ts'
import { WorldRegistry } from './worlds/world-registry.ts'

/** A server that listens. */
export interface Server {
  readonly app: FastifyInstance
  readonly about: About
}

/** A server that does not listen yet. */
interface OpenServer {
  readonly app: FastifyInstance
  readonly identity: Awaited<ReturnType<typeof loadTlsCredentials>>
  /** Says where it can be reached, once that is known. */
  readonly tell: (origin: string, more?: Partial<About>) => About
}

/** Seeds and builds as the configuration says. */
export async function openServer(configuration: Configuration): Promise<OpenServer> {
  const { dataDir, seed, rules, features, limits, logLevel, bodyLimit, selfCheck, publicUrl } = configuration
  const { auth: mode, apps, tokens, autoApprove, refresh } = configuration
  const auth = { mode, apps, tokens, autoApprove, refresh }
  const control = configuration.control ? guardOf(configuration) : 'off'
  const exported = exportFile(configuration)
  await checkRules(configuration)
  const seeds = new LazySeeds(seed)
  const journal = { entries: configuration.journal }
  const room = sizeLimitsOf(configuration)
  const mostSnapshotBytes = dataDir === undefined ? room.worlds : undefined
  const kept = { directory: dataDir, room, mostSnapshotBytes }
  const given = { ...kept, image: await seeds.image(), seeds, rules, features, limits, journal }
  const worlds = openWorlds(dataDir, () => new WorldRegistry(given))
  const beforeClose = exported && (() => exportTo(exported, worlds))
  const about: Partial<About> = {}
  const tell = (origin: string, more: Partial<About> = {}): About =>
    Object.assign(about, aboutOf(origin, configuration), more)
  try {
    const identity = await loadTlsCredentials(configuration)
    const authority = identity?.authority
    const told = { worlds, auth, logLevel, bodyLimit, selfCheck, publicUrl }
    const app = buildApp({ ...told, authority, about, control, beforeClose })
    return { app, identity, tell }
  } catch (error) {
    worlds.close()
    throw error
  }
}

/** Seeds, builds and listens as the configuration says. */
export async function startServer(configuration: Configuration): Promise<Server> {
  const { host, port, publicUrl } = configuration
  const { app, identity, tell } = await openServer(configuration)
  try {
    const secure = identity && (await createHttpsServer(app, identity))
    await app.listen({ host, port })
    const { port: actualPort } = app.server.address() as AddressInfo
    const origin = publicUrl ?? `http://${hostForUrl(host)}:${actualPort}`
    const securePort = secure && (await listen(secure, host, configuration.httpsPort ?? 0))
    const secured = securePort === undefined ? {} : { https_url: `https://${hostForUrl(host)}:${securePort}/v5` }
    return { app, about: tell(origin, secured) }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Writes the default world in place of what was in the file. */
const exportTo = (file: OutputFile, worlds: WorldRegistry): void =>
  file.write(`${JSON.stringify(exportState(worlds.world(defaultWorld).db), undefined, 2)}\n`)

/** Where the default world is written at the end; what could not be written then would be lost. */
function exportFile({ exportOnExit, readyFile }: Configuration): OutputFile | undefined {
  if (exportOnExit === undefined) return undefined
  if (readyFile !== undefined && resolve(readyFile) === resolve(exportOnExit)) {
    throw new UsageError('--export-on-exit and --ready-file name the same file.')
  }
  const beginning = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${stateFormat}"`)
  const file = new OutputFile(exportOnExit, { option: 'export-on-exit', beginning })
  file.assertWritable()
  return file
}

/** Who may call test control: also those who reach the server by its public URL. */
const guardOf = ({ controlOrigins, controlToken, publicUrl }: Configuration) => ({
  origins: [...controlOrigins, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])],
  token: controlToken,
})

/** A data directory that cannot be used: not to be made or written, or a file in it is no state of this server's. */
export class DataDirectoryError extends Error {
  constructor(directory: string, reason: string) {
    super(`The data directory ${directory} cannot be used: ${reason}`)
  }
}

/** Opens the default world at once, so that a state that cannot be used stops the start. */
function openWorlds(directory: string | undefined, open: () => WorldRegistry): WorldRegistry {
  let worlds: WorldRegistry | undefined
  try {
    worlds = open()
    void worlds.world(defaultWorld).db
    return worlds
  } catch (error) {
    worlds?.close()
    if (error instanceof StorageFullError) throw new UsageError(`${error.message}: give it more, or another seed.`)
    if (directory === undefined || error instanceof NewerDatabaseError || error instanceof DirectoryInUseError)
      throw error
    throw new DataDirectoryError(directory, error instanceof Error ? error.message : String(error))
  }
}
