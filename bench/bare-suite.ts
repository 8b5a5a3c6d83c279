import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { announce } from './announce.ts'

/** What the bare server needs to do what our suite does. */
export interface SuiteTexts {
  /** The image that every new world is a copy of, in base64. */
  readonly image: string
  /** Our answers by step, which it sends; what was stored of them comes from its table. */
  readonly answers: Readonly<Record<string, string>>
}

type Items = readonly { readonly id?: string }[]

const url = '/v5/ad_accounts/:ad_account_id'

/**
 * Fastify and SQLite with nothing between them, for the calls of a suite: the same statements on tables of texts, a copy
 * of an image for a new world and for a reset, and finished answers where nothing is read.
 */
process.once('message', async ({ image, answers }: SuiteTexts) => {
  const bytes = Buffer.from(image, 'base64')
  const open = () => {
    const db = new Database(bytes)
    db.exec('CREATE TABLE texts (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT NOT NULL) STRICT')
    return {
      insert: db.prepare('INSERT INTO texts (id, text) VALUES (?, ?)'),
      one: db.prepare<[string], string>('SELECT text FROM texts WHERE id = ?').pluck(),
      page: db.prepare<[], string>('SELECT text FROM texts ORDER BY seq LIMIT 26').pluck(),
      write: db.prepare('UPDATE texts SET text = ? WHERE id = ?'),
      store: (items: Items, name: string) => {
        for (const [index, item] of items.entries()) world.insert.run(`${name}-${index}`, JSON.stringify(item))
      },
    }
  }
  let world = open()

  const app = Fastify({ logger: false })
  app.addHook('onRequest', async (_request, reply) => void reply.header('content-type', 'application/json'))
  for (const path of ['/reset', '/world']) {
    app.post(path, (_request, reply) => {
      world = open()
      reply.send(answers.reset)
    })
  }
  for (const path of ['campaigns', 'labels', 'labels/:label_id/apply']) {
    app.post<{ Body: Items | object; Querystring: { step: string } }>(`${url}/${path}`, ({ body, query }, reply) => {
      if (query.step !== 'refused') world.store(Array.isArray(body) ? body : [body], query.step)
      reply.send(answers[query.step])
    })
  }
  app.patch<{ Body: Items; Querystring: { step: string } }>(`${url}/campaigns`, ({ body, query }, reply) => {
    for (const item of body) {
      world.write.run(JSON.stringify({ ...JSON.parse(world.one.get('create 1-0') ?? '{}'), ...item }), 'create 1-0')
    }
    reply.send(answers[query.step])
  })
  app.get<{ Querystring: { step: string } }>(`${url}/campaigns/:id`, ({ query }, reply) => {
    world.one.get('create 1-0')
    reply.send(answers[query.step])
  })
  app.get<{ Querystring: { step: string } }>(`${url}/campaigns`, ({ query }, reply) => {
    world.page.all()
    reply.send(answers[query.step])
  })
  await announce(app)
})
