import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, stop } from './child.ts'
import { type Facts, factsOf } from './facts.ts'
import type { Stored } from './image.ts'
import type { Peer, PreparedPeer } from './peer.ts'
import { readsAnyProcess } from './processor-time.ts'
import { launch } from './program.ts'

/** A peer that knows the facts, or why there is none. */
export type Prepared = PreparedPeer | string

/** A peer that listens. */
export interface RunningPeer extends PreparedPeer {
  readonly child: Child
}

let folder: string | undefined
const preparedPeers = new Map<string, Prepared>()
const started = new Map<string, Promise<RunningPeer>>()

/** The peer, told what our server with that in its world knows. */
export async function prepared(peer: Peer, stored: Stored): Promise<Prepared> {
  const key = `${peer.package.replace('/', '-')}-${stored}`
  const known = preparedPeers.get(key) ?? peer.missing?.() ?? peer.prepare(await factsOf(stored), folderOf(key))
  preparedPeers.set(key, known)
  return known
}

/** The peer alive, one for all rows: loaded with the same as ours; a text says why there is none. */
export async function running(peer: Peer, facts: Facts, stored: Stored): Promise<RunningPeer | string> {
  if (!readsAnyProcess) return 'the processor time of a foreign process is read on Linux only'
  const known = await prepared(peer, stored)
  if (typeof known === 'string') return known
  const child = started.get(peer.name) ?? begin(known, facts)
  started.set(peer.name, child)
  return child
}

/** Ends the peers, and removes what was written for them. */
export async function stopPeers(): Promise<void> {
  for (const peer of started.values()) await stop((await peer).child)
  started.clear()
  removeFiles()
}

/** Removes what was written for the peers. */
export function removeFiles(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

async function begin(known: PreparedPeer, { calls }: Facts): Promise<RunningPeer> {
  const first = known.call('get 1')
  return { ...known, child: await launch(known.program, typeof first === 'string' ? calls['get 1'] : first) }
}

function folderOf(key: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'pinterest-ads-mock-bench-'))
  const path = join(folder, key)
  mkdirSync(path)
  return path
}
