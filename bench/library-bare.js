import { reportTimes } from './in-process.js'

await reportTimes(async () => {
  const { default: Fastify } = await import('fastify')
  const app = Fastify({ logger: false })
  app.get('/v5/ad_accounts', () => ({ items: [], bookmark: null }))
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
})
