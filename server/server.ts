import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type About, aboutOf } from './about.ts'
import { buildApp } from './app.ts'
import { checkReferences } from './check-references.ts'
import { checkRules } from './config/config.ts'
import type { Configuration } from './config/configuration.ts'
import { exportOnExit } from './config/export-on-exit.ts'
import { authOptions, controlOptions, httpOptions } from './config/subsystem-options.ts'
import { hostForUrl } from './http/connection/url-host.ts'
import { openWorlds } from './open-worlds.ts'
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
  /** Completes the description of the server, once its origin is known. */
  readonly describe: (origin: string, more?: Partial<About>) => About
}

/** Loads the seed, opens the worlds and builds the application of a configuration. The server does not listen yet. */
export async function openServer(configuration: Configuration): Promise<OpenServer> {
  const exportWorld = exportOnExit(configuration)
  await checkRules(configuration)
  const worlds = await openWorlds(configuration)
  try {
    const warnings = await checkReferences(configuration, worlds)
    const credentials = await loadTlsCredentials(configuration)
    const about: Partial<About> = {}
    const app = buildApp({
      ...httpOptions(configuration),
      worlds,
      auth: authOptions(configuration),
      control: controlOptions(configuration),
      authority: credentials?.authority,
      about,
      beforeClose: () => exportWorld?.(worlds),
    })
    const describe = (origin: string, more: Partial<About> = {}): About =>
      Object.assign(about, aboutOf(origin, configuration), warnings.length > 0 && { warnings }, more)
    return { app, credentials, describe }
  } catch (error) {
    worlds.close()
    throw error
  }
}

/** Opens a server and listens by HTTP, and by HTTPS where the configuration has a port for it. */
export async function startServer(configuration: Configuration): Promise<Server> {
  const { host, port, publicUrl, httpsPort = 0 } = configuration
  const { app, credentials, describe } = await openServer(configuration)
  try {
    const httpsServer = credentials && (await createHttpsServer(app, credentials))
    await app.listen({ host, port })
    const { port: actualPort } = app.server.address() as AddressInfo
    const origin = publicUrl ?? `http://${hostForUrl(host)}:${actualPort}`
    const actualHttpsPort = httpsServer && (await listen(httpsServer, host, httpsPort))
    const httpsUrl =
      actualHttpsPort === undefined ? {} : { https_url: `https://${hostForUrl(host)}:${actualHttpsPort}/v5` }
    return { app, about: describe(origin, httpsUrl) }
  } catch (error) {
    await app.close()
    throw error
  }
}
