import type { Database } from '#db/database.ts'
import { openMemory } from '#db/open.ts'
import { UsageError } from '../config/config.ts'
import type { Configuration } from '../config/configuration.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { redactionMark } from '../domain/redaction/redactor.ts'
import { defaultWorld } from '../domain/world-name.ts'
import { nearest } from '../http/nearest.ts'
import { unknownAdAccounts } from '../resources/accounts/ad-accounts/references.ts'
import { listAdAccountIds } from '../resources/accounts/ad-accounts/repository.ts'
import { listUsers } from '../resources/accounts/users/repository.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'

/** The most worlds of a data directory that are looked through: each is opened. */
const mostWorlds = 100

/** The names and ids that worlds of this server have from the start. */
interface Existing {
  readonly users: Set<string>
  readonly adAccounts: Set<string>
}

/**
 * Checks what options name of the worlds' data: the users of declared tokens, and ad accounts with features of their own.
 *
 * @returns Warnings about ad accounts that do not exist yet.
 * @throws UsageError for a user whom neither the worlds nor the seeds have, and an ad account that can never exist.
 */
export async function checkReferences(
  { tokens, features, seed }: Configuration,
  worlds: WorldRegistry,
): Promise<readonly string[]> {
  const users = Object.values(tokens).flatMap(({ user }) => user ?? [])
  const adAccounts = Object.keys(features).filter((id) => id !== '*')
  if (users.length === 0 && adAccounts.length === 0) return []
  const existing: Existing = { users: new Set(), adAccounts: new Set() }
  for await (const db of databasesOf(worlds)) {
    for (const { id, username } of listUsers(db)) existing.users.add(id).add(username)
    for (const id of listAdAccountIds(db)) existing.adAccounts.add(id)
    // Names of users ignore case, as SQLite compares them.
    if (users.every((user) => isAmong(user, existing.users)) && adAccounts.every((id) => existing.adAccounts.has(id))) {
      return []
    }
  }
  const refusedUsers = users
    .filter((user) => !isAmong(user, existing.users))
    .map((user) => noUser(user, existing, seed))
  const unknown = unknownAdAccounts([...existing.adAccounts], adAccounts, `the seed ${seed}`)
  const refused = [...refusedUsers, ...unknown.refused.map((sentence) => `--features: ${sentence}`)]
  if (refused.length > 0) throw new UsageError(refused.join('\n'))
  return unknown.warnings.map((sentence) => `--features: ${sentence}`)
}

const isAmong = (user: string, names: ReadonlySet<string>): boolean =>
  names.has(user) || [...names].some((name) => name.toLowerCase() === user.toLowerCase())

function noUser(user: string, { users }: Existing, seed: string): string {
  const names = [...users].filter((name) => !/^\d+$/.test(name))
  return `--tokens: ${redactionMark}: user: there is no user '${user}' in the seed ${seed}. Did you mean ${nearest(user, names)}?`
}

/** Yields the databases of the default world, of the server's seed, of its other seeds, and of its other worlds. */
async function* databasesOf(worlds: WorldRegistry): AsyncGenerator<Database> {
  yield worlds.world(defaultWorld).readable
  yield* opened(worlds.sources.seedImage)
  await worlds.sources.loadSeeds()
  const { builtInSeeds } = await import('../seeds/image.ts')
  for (const seed of worlds.sources.seedNames()) {
    const image = builtInSeeds.some((name) => name === seed) ? undefined : await imageOf(worlds, seed)
    if (image !== undefined) yield* opened(image)
  }
  for (const name of worlds.names().slice(0, mostWorlds)) yield worlds.world(name).readable
}

/** Returns the image of a seed; undefined for one that is refused: whoever uses it learns why. */
async function imageOf(worlds: WorldRegistry, seed: string): Promise<Buffer | undefined> {
  try {
    await worlds.sources.prepare({ seed })
    return worlds.sources.imageOf({ seed })
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

function* opened(image: Buffer): Generator<Database> {
  const db = openMemory(image)
  try {
    yield db
  } finally {
    db.close()
  }
}
