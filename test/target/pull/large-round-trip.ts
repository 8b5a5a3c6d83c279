/**
 * Pulls the seed `large`, starts a server with the result, and compares every list of both: exactly with `--keep-ids`,
 * otherwise but for the ids. Ends with 1 where they differ. Run by hand: `node test/target/pull/large-round-trip.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { TargetClient } from '#server/target/client/target-client.ts'
import type { Json } from '#test/support/mock.ts'
import { withIdsOf, withoutCounts } from './comparable-lists.ts'
import { type Lists, listsOf } from './servers.ts'
import { pulledBy, type Served, served } from './spawned.ts'

const account = '549755885262'
const folder = mkdtempSync(join(tmpdir(), 'large-round-trip-'))

const listsOfServer = ({ url }: Served): Promise<Lists> =>
  listsOf({ client: new TargetClient({ baseUrl: url, token: 'large-round-trip' }), account })

/** Prints the first differences of two servers' lists, and returns whether there are none. */
function agree(what: string, one: Json, other: Json): boolean {
  const sections = Object.keys({ ...one, ...other })
  const different = sections.filter((section) => !isDeepStrictEqual(one[section], other[section]))
  const count = sections.reduce((sum, section) => sum + (one[section]?.length ?? 0), 0)
  console.log(`${what}: ${count} entities of ${sections.length} lists, ${different.length} lists differ`)
  for (const section of different) {
    const [ours, theirs] = [one[section] ?? [], other[section] ?? []]
    const at = ours.findIndex((entity: Json, index: number) => !isDeepStrictEqual(entity, theirs[index]))
    console.log(`${section}[${at}] of ${ours.length} and ${theirs.length}:`, ours[at], theirs[at])
  }
  return different.length === 0
}

try {
  const original = await served('large')
  const lists = await listsOfServer(original)
  const results: boolean[] = []
  for (const flags of [['--keep-ids'], []]) {
    const out = join(folder, `seed${flags.length}.json`)
    await pulledBy(['--target', original.url, '--ad-account', account, '--out', out, ...flags])
    const copy = await served(out)
    const copied = await listsOfServer(copy)
    await copy.end()
    const keepsIds = flags.length > 0
    const expected = keepsIds ? withoutCounts(lists) : withIdsOf(lists, copied)
    results.push(agree(keepsIds ? 'with ids' : 'with aliases', expected, withoutCounts(copied)))
  }
  await original.end()
  if (results.includes(false)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
