import { readFileSync } from 'node:fs'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Configuration } from '../config/configuration.ts'
import { connectionDrain } from '../http/connection/graceful-shutdown.ts'
import { handleClientError, handleMalformedRequests } from '../plugins/malformed-requests.ts'
import type { TlsCredentials } from './certificates.ts'

/** A certificate that cannot be used: unreadable, not PEM, or not of the key beside it. */
export class CertificateError extends Error {
  constructor(which: string, reason: unknown) {
    super(`${which} cannot be used: ${reason instanceof Error ? reason.message : reason}`)
  }
}

/** The certificate and key of an HTTPS server. */
export interface LoadedTlsCredentials extends TlsCredentials {
  /** The certificate of the authority that signed it; absent for a certificate from a file. */
  readonly authority?: string
}

type HttpsOptions = Pick<Configuration, 'httpsPort' | 'httpsHosts' | 'httpsCertificate' | 'httpsKey' | 'dataDir'>

/** Returns the certificate of the configuration, read from files or issued now; undefined without an HTTPS port. */
export async function loadTlsCredentials(configuration: HttpsOptions): Promise<LoadedTlsCredentials | undefined> {
  const { httpsPort, httpsHosts, httpsCertificate, httpsKey, dataDir } = configuration
  if (httpsPort === undefined) return undefined
  if (httpsCertificate !== undefined && httpsKey !== undefined) {
    return { certificate: readText(httpsCertificate), key: readText(httpsKey) }
  }
  const { loadAuthority: authorityIn, issueCertificate: certificateFor } = await import('./certificates.ts')
  try {
    const authority = await authorityIn(dataDir)
    return { ...(await certificateFor(httpsHosts, authority)), authority: authority.certificate }
  } catch (error) {
    throw new CertificateError('The authority of the data directory', error)
  }
}

/**
 * Creates a server that answers by HTTPS like the application does by HTTP, and closes with it. Must be called before
 * the application listens.
 */
export async function createHttpsServer(
  app: FastifyInstance,
  { certificate, key }: LoadedTlsCredentials,
  { shutdownTime }: Pick<Configuration, 'shutdownTime'>,
): Promise<Server> {
  const { createServer } = await import('node:https')
  try {
    const server = createServer({ cert: certificate, key, requireHostHeader: false }, app.routing)
    server.keepAliveTimeout = app.server.keepAliveTimeout
    server.requestTimeout = app.server.requestTimeout
    server.on('clientError', handleClientError)
    handleMalformedRequests(server)
    const drain = connectionDrain(server, { patience: shutdownTime * 1000 })
    let closed: Promise<void> | undefined
    app.addHook('preClose', (done) => {
      drain()
      closed = new Promise((resolve) => void server.close(() => resolve()))
      done()
    })
    app.addHook('onClose', async () => closed)
    return server
  } catch (error) {
    throw new CertificateError('The certificate', error)
  }
}

/** Starts listening, and returns the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, resolve)
  })
  return (server.address() as AddressInfo).port
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new CertificateError(path, error)
  }
}
