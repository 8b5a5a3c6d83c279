import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { announce } from './announce.ts'

/** The data of the bare SQLite server. */
export interface StoredTexts {
  /** The answer text of every campaign, in order. */
  readonly campaigns: readonly { readonly id: string; readonly text: string }[]
  /** The text after the items of a page, by page size. */
  readonly ends: Readonly<Record<string, string>>
  /** The answer to a creation, by number of items. */
  readonly created: Readonly<Record<string, string>>
  /** The answer to an update of thirty. */
  readonly updated: string
  /** The file of its database; in memory when absent. */
  readonly file?: string | undefined
}

const path = '/v5/ad_accounts/:ad_account_id/campaigns'

/** Fastify and SQLite with nothing between them: the least that a stateful server does. */
process.once('message', async ({ campaigns, ends, created, updated, file }: StoredTexts) => {
  const db = new Database(file ?? ':memory:')
  if (file !== undefined) for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL']) db.pragma(setting)
  db.exec('CREATE TABLE campaigns (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO campaigns (id, text) VALUES (?, ?)')
  const insertAll = db.transaction((rows: StoredTexts['campaigns']) => {
    for (const { id, text } of rows) insert.run(id, text)
  })
  insertAll(campaigns)
  const one = db.prepare<[string], string>('SELECT text FROM campaigns WHERE id = ?').pluck()
  const page = db.prepare<[number], string>('SELECT text FROM campaigns ORDER BY seq LIMIT ?').pluck()
  const write = db.prepare('UPDATE campaigns SET text = ? WHERE id = ?')
  const update = db.transaction((items: readonly { readonly id: string }[]) => {
    for (const item of items) write.run(JSON.stringify({ ...JSON.parse(one.get(item.id) ?? ''), ...item }), item.id)
  })
  const restore = db.transaction(() => {
    for (const { id, text } of campaigns.slice(0, 30)) write.run(text, id)
  })
  const texts = new Map(Object.entries(created).map(([count, answer]) => [count, textsIn(answer)]))
  const forget = db.prepare('DELETE FROM campaigns WHERE seq > ?')
  let last = 0

  const app = Fastify({ logger: false })
  app.addHook('onRequest', async (_request, reply) => void reply.header('content-type', 'application/json'))
  app.get<{ Params: { id: string } }>(`${path}/:id`, (request, reply) => {
    reply.send(one.get(request.params.id))
  })
  app.get<{ Querystring: { page_size?: string } }>(path, (request, reply) => {
    const { page_size = '25' } = request.query
    reply.send(`{"items":[${page.all(Number(page_size)).join(',')}${ends[page_size]}`)
  })
  app.post<{ Body: readonly unknown[] }>(path, ({ body }, reply) => {
    // As many bytes as ours stores: a campaign as it is answered.
    const stored = texts.get(String(body.length)) ?? []
    insertAll(stored.map((text) => ({ id: `new-${last++}`, text })))
    reply.send(created[body.length])
  })
  app.patch<{ Body: readonly { readonly id: string }[] }>(path, ({ body }, reply) => {
    update(body)
    reply.send(updated)
  })
  app.post('/reset', (_request, reply) => {
    forget.run(campaigns.length)
    restore()
    reply.send('{}')
  })
  await announce(app)
})

/** Returns the campaigns of an answer to a creation, each as text. */
const textsIn = (answer: string): readonly string[] =>
  (JSON.parse(answer) as { readonly items: readonly { readonly data: object }[] }).items.map(({ data }) =>
    JSON.stringify(data),
  )
