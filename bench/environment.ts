import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { versionOfPeer } from './install-peers.ts'
import type { Peer } from './peer.ts'

/** Describes the machine of a run. */
export const machine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  system: `${process.platform} ${process.arch}`,
  'load at start': loadavg()[0] ?? 0,
})

/** Returns the versions of everything that is compared. */
export const versions = (peers: readonly Peer[]): Readonly<Record<string, string>> => ({
  'pinterest-ads-mock': versionIn('../package.json'),
  node: process.version.slice(1),
  ...Object.fromEntries(['fastify', 'zod', 'better-sqlite3'].map((name) => [name, versionOf(name)])),
  ...Object.fromEntries(peers.map(({ name, package: packed }) => [name, versionOfPeer(packed) ?? 'not installed'])),
  ...(peers.length > 0 && { java: javaVersion() }),
})

const versionOf = (name: string): string => versionIn(`../node_modules/${name}/package.json`)

const versionIn = (file: string): string => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).version

function javaVersion(): string {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  return /"(.+?)"/.exec(stderr ?? '')?.[1] ?? 'none'
}
