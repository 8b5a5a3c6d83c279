import { readFileSync } from 'node:fs'
import t from 'tap'
import { allPeers } from '#bench/peers/index.ts'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
const pinned: Readonly<Record<string, string>> = read('bench/peers/package.json').dependencies
const lock: Readonly<Record<string, { readonly version: string; readonly resolved?: string }>> = read(
  'bench/peers/package-lock.json',
).packages

t.test('every peer is pinned to one version, which is locked', async (t) => {
  t.same(Object.keys(pinned), allPeers.map((peer) => peer.package).toSorted())
  for (const [name, version] of Object.entries(pinned)) t.equal(lock[`node_modules/${name}`]?.version, version, name)
})

t.test('installing the product installs no peer', async (t) => {
  const { workspaces, dependencies, devDependencies } = read('package.json')
  t.notOk(workspaces.some((folder: string) => folder.startsWith('bench')))
  for (const { package: name } of allPeers) {
    t.notOk(name in { ...dependencies, ...devDependencies }, name)
    t.notOk(`node_modules/${name}` in read('package-lock.json').packages, name)
  }
})

t.test("the peers' lock file names no registry", async (t) => {
  t.same(
    Object.values(lock).flatMap(({ resolved }) => resolved ?? []),
    [],
  )
})
