import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Json } from '#test/support/mock.ts'
import { absent } from './history.ts'

/** Calls a server; gives the status and the text. */
export type Caller = (method: string, path: string, body?: unknown) => Promise<{ status: number; text: string }>

/** What tells two texts apart, short enough to be read by a person. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** The same of a file, if there is one. */
export const digestAt = (path: string): string => (existsSync(path) ? digestOf(readFileSync(path, 'utf8')) : absent)

/** The same call, which must succeed. */
export async function must(call: Caller, method: string, path: string, body?: unknown): Promise<Json> {
  const { status, text } = await call(method, path, body)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** What a world has, row by row, and when it ends. */
export async function lookAtWorld(call: Caller, name: string): Promise<string> {
  const world = await call('GET', `/__mock/worlds/${name}`)
  if (world.status === 404) return absent
  const { ttl }: Json = JSON.parse(world.text)
  return `${await lookAtData(call, name)}, ${ttl === null ? 'without end' : `for ${ttl} s`}`
}

/** How worlds end that were made to be looked at. */
export const looked = 'looked-at'

/** What a snapshot has, as a world that is made of it. */
export async function lookAtSnapshot(call: Caller, snapshot: string): Promise<string> {
  const name = `${snapshot}-${looked}`
  // Who looked before was perhaps killed.
  await call('DELETE', `/__mock/worlds/${name}`)
  const made = await call('POST', '/__mock/worlds', { name, from: { snapshot } })
  if (made.status === 404) return absent
  if (made.status !== 200) return `${made.status} ${made.text}`
  const digest = await lookAtData(call, name)
  await must(call, 'DELETE', `/__mock/worlds/${name}`)
  return digest
}

/** What a world has, row by row. */
export async function lookAtData(call: Caller, name: string): Promise<string> {
  const { status, text } = await call('GET', `/w/${name}/__mock/state`)
  return status === 200 ? digestOf(text) : `${status} ${text}`
}
