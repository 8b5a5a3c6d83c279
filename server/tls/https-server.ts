import { readFileSync } from 'node:fs'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Configuration } from '../config/options.ts'
import { connectionDrain } from '../http/connection/graceful-shutdown.ts'
import { handleClientError, handleMalformedRequests } from '../plugins/malformed-requests.ts'
import type { TlsCredentials } from './certificates.ts'

/** A certificate that cannot be used: not to be read, not PEM, or not of the key beside it. */
export class CertificateError extends Error {
  constructor(which: string, reason: unknown) {
    super(`${which} cannot be used: ${reason instanceof Error ? reason.message : reason}`)
  }
}

/** What an HTTPS server shows its clients. */
export interface LoadedTlsCredentials extends TlsCredentials {
  /** The certificate of the authority that signed it; absent when it was given. */
  readonly authority?: string
}

type Secured = Pick<Configuration, 'httpsPort' | 'httpsHosts' | 'httpsCertificate' | 'httpsKey' | 'dataDir'>

/** The identity that the configuration asks for, given or made now; undefined without an HTTPS port. */
export async function loadTlsCredentials(configuration: Secured): Promise<LoadedTlsCredentials | undefined> {
  const { httpsPort, httpsHosts, httpsCertificate, httpsKey, dataDir } = configuration
  if (httpsPort === undefined) return undefined
  if (httpsCertificate !== undefined && httpsKey !== undefined) {
    return { certificate: textOf(httpsCertificate), key: textOf(httpsKey) }
  }
  const { loadAuthority: authorityIn, issueCertificate: certificateFor } = await import('./certificates.ts')
  try {
    const authority = await authorityIn(dataDir)
    return { ...(await certificateFor(httpsHosts, authority)), authority: authority.certificate }
  } catch (error) {
    throw new CertificateError('The authority of the data directory', error)
  }
}

/** A server that answers by HTTPS what the application answers by HTTP, and ends with it. To be made before that listens. */
export async function createHttpsServer(
  app: FastifyInstance,
  { certificate, key }: LoadedTlsCredentials,
): Promise<Server> {
  const { createServer } = await import('node:https')
  try {
    const server = createServer({ cert: certificate, key, requireHostHeader: false }, app.routing)
    server.keepAliveTimeout = app.server.keepAliveTimeout
    server.requestTimeout = app.server.requestTimeout
    server.on('clientError', handleClientError)
    handleMalformedRequests(server)
    const hasten = connectionDrain(server)
    let closed: Promise<void> | undefined
    app.addHook('preClose', (done) => {
      hasten()
      closed = new Promise((resolve) => void server.close(() => resolve()))
      done()
    })
    app.addHook('onClose', async () => closed)
    return server
  } catch (error) {
    throw new CertificateError('The certificate', error)
  }
}

/** Listens, and gives the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, resolve)
  })
  return (server.address() as AddressInfo).port
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new CertificateError(path, error)
  }
}
