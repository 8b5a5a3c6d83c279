import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { FastifyInstance } from 'fastify'
import { prepareReadyFile } from '#server/cli/ready-file.ts'
import { readConfiguration } from '#server/config/config.ts'
import { openServer } from '#server/server.ts'
import { loadAuthority } from '#server/tls/certificates.ts'
import type { Json } from '#test/support/mock.ts'
import { absent, type History } from './history.ts'
import { type Caller, digestAt, digestOf, lookAtSnapshot, lookAtWorld, looked, must } from './look.ts'
import { optionsIn, places, type Recording } from './recording.ts'

/** A machine that runs again: where its files are, where its record was cut off, and what was flushed before. */
export interface Aftermath {
  readonly root: string
  readonly cut: number
  readonly flushed: ReadonlyMap<string, number>
}

/** Starts a server on what a loss of power has left, and tells what is wrong with it, in sentences. */
export async function wrongsOf(recording: Recording, aftermath: Aftermath): Promise<readonly string[]> {
  const { root, cut } = aftermath
  const data = join(root, places.data)
  const wrongs: (string | undefined)[] = []
  wrongs.push(recording.exported.wrong(digestAt(join(root, places.exported)), cut))
  const hadDefault = existsSync(join(data, 'default.sqlite'))
  const hadAuthority = existsSync(join(data, 'https-authority.pem'))
  try {
    const { configuration } = readConfiguration([...optionsIn(root)], {})
    prepareReadyFile(join(root, places.ready))
    const { app } = await openServer(configuration)
    try {
      wrongs.push(...(await wrongsIn(app, recording, aftermath, hadDefault)))
    } finally {
      await app.close()
    }
    const authority = hadAuthority ? await authorityDigest(data) : absent
    wrongs.push(recording.authority.wrong(authority, cut))
  } catch (error) {
    wrongs.push(`It does not start, or not end: ${error instanceof Error ? error.message : error}`)
  }
  return [...wrongs, ...brokenFiles(data)].filter((wrong) => wrong !== undefined)
}

async function wrongsIn(
  app: FastifyInstance,
  { worlds, snapshots }: Recording,
  { cut, flushed }: Aftermath,
  hadDefault: boolean,
): Promise<readonly (string | undefined)[]> {
  const call: Caller = async (method, url, payload) => {
    const headers = { authorization: 'Bearer any' }
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload !== undefined && { payload: payload as object }),
    })
    return { status: answer.statusCode, text: answer.body }
  }
  const wrongs: (string | undefined)[] = []
  const judge = (history: History, found: string, path?: string): void =>
    void wrongs.push(history.wrong(found, cut, path === undefined ? 0 : flushed.get(path)))
  const { items } = await must(call, 'GET', '/__mock/worlds')
  const listed: readonly string[] = items.map(({ name }: Json) => name).filter((name: string) => !name.endsWith(looked))
  const strange = listed.filter((name) => !worlds.some((world) => world.name === name))
  if (strange.length > 0) wrongs.push(`There are worlds that nobody made: ${strange.join(', ')}`)
  for (const world of worlds) {
    const isThere = listed.includes(world.name) && (world.name !== 'default' || hadDefault)
    judge(world, isThere ? await lookAtWorld(call, world.name) : absent, join(places.data, `${world.name}.sqlite`))
  }
  for (const snapshot of snapshots) judge(snapshot, await lookAtSnapshot(call, snapshot.name))
  for (const name of listed) wrongs.push(await repeatedId(call, name))
  return wrongs
}

/** An id that a world has, and gives again. */
async function repeatedId(call: Caller, world: string): Promise<string | undefined> {
  const before = await call('GET', `/w/${world}/__mock/state`)
  if (before.status !== 200) return `${world} cannot be read: ${before.text}`
  const { items: accounts } = await must(call, 'GET', `/w/${world}/v5/ad_accounts`)
  const campaign = { name: 'after', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
  const { items } = await must(call, 'POST', `/w/${world}/v5/ad_accounts/${accounts[0].id}/campaigns`, [
    campaign,
    campaign,
  ])
  const again = items.map(({ data }: Json) => data.id).filter((id: string) => before.text.includes(`"${id}"`))
  return again.length === 0 ? undefined : `${world} gives the ids ${again} twice`
}

/** The authority that there is, whose key must be its own. */
async function authorityDigest(data: string): Promise<string> {
  const { certificate, key } = await loadAuthority(data)
  const isItsOwn = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
  return isItsOwn ? digestOf(certificate) : 'a certificate with the key of another'
}

function brokenFiles(data: string): readonly string[] {
  if (!existsSync(data)) return []
  return readdirSync(data)
    .filter((file) => file.endsWith('.sqlite'))
    .flatMap((file) => {
      const db = new Database(join(data, file))
      try {
        const found = String(db.pragma('integrity_check', { simple: true }))
        return found === 'ok' ? [] : [`${file}: ${found}`]
      } catch (error) {
        return [`${file}: ${error instanceof Error ? error.message : error}`]
      } finally {
        db.close()
      }
    })
}
