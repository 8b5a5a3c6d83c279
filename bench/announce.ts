import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Listens, reports the port to the bench, and then answers each message with the processor time used so far. */
export async function announce(app: FastifyInstance, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.on('disconnect', () => process.exit())
  process.send?.({ port: (app.server.address() as AddressInfo).port, ...details })
}
