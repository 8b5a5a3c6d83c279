import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'

/** The URL path of the authority's certificate, for clients that are to trust it. */
export const caCertificatePath = '/__mock/ca.pem'

/** Options of the plugin: the certificate as PEM, if this server has issued one. */
export interface CaCertificatePluginOptions {
  readonly certificate?: string | undefined
}

const plugin: FastifyPluginCallback<CaCertificatePluginOptions> = (app, { certificate }, done) => {
  app.get(caCertificatePath, { schema: { hide: true } }, (_request, reply) => {
    if (certificate === undefined) throw new ApiError('control.authority')
    return reply.type('application/x-pem-file').send(certificate)
  })
  done()
}

/** Serves the certificate of the authority that signed this server's own. */
export const caCertificatePlugin = fp(plugin, { name: 'ca-certificate', fastify: '5.x' })
