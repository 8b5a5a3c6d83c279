// JavaScript with the compile cache on, as the program it is compared with: neither must win by language or cache.
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { default: Fastify } = await import('fastify')
const app = Fastify({ logger: false })
app.get('/v5/ad_accounts/:ad_account_id/campaigns', () => ({ items: [], bookmark: null }))
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })
