import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'

/** Where the authority's certificate is, for clients that are to trust it. */
export const caCertificatePath = '/__mock/ca.pem'

/** What the plugin needs: the certificate as PEM, if this server has made one. */
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

/** Gives out the certificate of the authority that has signed this server's own. */
export const caCertificatePlugin = fp(plugin, { name: 'ca-certificate', fastify: '5.x' })
