import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyPluginCallback } from 'fastify'
import { buildApp } from './app/app.ts'
import { checkRules } from './config/config.ts'
import type { Configuration } from './config/configuration.ts'
import { exportOnExit } from './config/export-on-exit.ts'
import { authOptions, controlOptions, httpOptions } from './config/subsystem-options.ts'
import { hostForUrl } from './http/connection/url-host.ts'
import type { Fallbacks } from './http/implementation.ts'
import { implementedOperations } from './registry/operations.ts'
import { LazySeeds } from './seeds/lazy-store.ts'
import { type About, aboutOf, type ListeningPorts } from './start/about.ts'
import { checkReferences } from './start/check-references.ts'
import { openWorlds } from './start/open-worlds.ts'
import { createHttpsServer, type LoadedTlsCredentials, listen, loadTlsCredentials } from './tls/https-server.ts'

/** A server that listens. */
export interface Server {
  readonly app: FastifyInstance
  readonly about: About
}

/** A server that does not listen yet. */
interface OpenServer {
  readonly app: FastifyInstance
  readonly credentials: LoadedTlsCredentials | undefined
  /** The ports on which it listens, set by whoever lets it listen. */
  readonly ports: ListeningPorts
  /** Describes the server to a client that reaches it at an origin. */
  readonly describe: (origin: string) => About
}

/** Loads the seed, opens the worlds and builds the application of a configuration. The server does not listen yet. */
export async function openServer(configuration: Configuration): Promise<OpenServer> {
  const exportWorld = exportOnExit(configuration)
  await checkRules(configuration)
  const seeds = new LazySeeds(configuration.seed)
  const worlds = await openWorlds(configuration, seeds)
  try {
    const warnings = await checkReferences(configuration, worlds)
    const credentials = await loadTlsCredentials(configuration)
    const ports: ListeningPorts = {}
    const describe = (origin: string): About => ({
      ...aboutOf(origin, configuration, ports),
      ...(warnings.length > 0 && { warnings }),
    })
    const [fallbacks, forward] = [await fallbacksOf(configuration), await forwardOf(configuration)]
    const app = buildApp({
      ...httpOptions(configuration),
      worlds,
      auth: authOptions(configuration),
      control: controlOptions(configuration),
      unmatched: configuration.unmatched,
      fallbacks,
      forward,
      authority: credentials?.authority,
      about: describe,
      beforeClose: () => exportWorld?.(worlds),
    })
    if (configuration.watch) {
      const { watchSeeds } = await import('./start/watch-seeds.ts')
      const report = (message: string): void => app.log.warn(message)
      const unwatch = await watchSeeds({ path: configuration.seed, seeds, worlds, report })
      app.addHook('onClose', async () => unwatch())
    }
    return { app, credentials, ports, describe }
  } catch (error) {
    worlds.close()
    throw error
  }
}

/** Returns what answers operations that the server does not have; undefined, and not loaded, without such an option. */
async function fallbacksOf(configuration: Configuration): Promise<Fallbacks | undefined> {
  if (configuration.contract === undefined && configuration.recordings === undefined) return undefined
  const { openFallbacks } = await import('./app/fallbacks/open-fallbacks.ts')
  return openFallbacks(configuration, ({ id }) => implementedOperations.has(id))
}

/** Returns what sends on calls to another server; undefined, and not loaded, without such an option. */
async function forwardOf(configuration: Configuration): Promise<FastifyPluginCallback | undefined> {
  if (configuration.forward === undefined) return undefined
  const { openForward } = await import('./target/forward/open-forward.ts')
  return openForward(configuration, process.env)
}

/** Opens a server and listens by HTTP, and by HTTPS where the configuration has a port for it. */
export async function startServer(configuration: Configuration): Promise<Server> {
  const { host, port, publicUrl, httpsPort = 0 } = configuration
  const { app, credentials, ports, describe } = await openServer(configuration)
  try {
    const httpsServer = credentials && (await createHttpsServer(app, credentials, configuration))
    await app.listen({ host, port })
    ports.http = (app.server.address() as AddressInfo).port
    ports.https = httpsServer && (await listen(httpsServer, host, httpsPort))
    const origin = publicUrl ?? `http://${hostForUrl(host)}:${ports.http}`
    return { app, about: describe(origin) }
  } catch (error) {
    await app.close()
    throw error
  }
}
