import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundledPackages, readJson, readLock, shippedPackages } from './lock.ts'

/**
 * Calls a function with a folder that holds a manifest and a lock file of the packages that users get, for commands of
 * npm: `--omit dev` omits what is in the bundle, and with npm 11 also what development shares.
 */
export function withShippedManifest<Result>(use: (folder: string) => Result): Result {
  const { devDependencies, workspaces, scripts, ...manifest } = readJson('package.json')
  const lock = readLock()
  const bundled = bundledPackages.map((name) => [name, devDependencies[name]])
  const dependencies = { ...manifest.dependencies, ...Object.fromEntries(bundled) }
  const root = { ...lock.packages[''], dependencies, devDependencies: undefined, workspaces: undefined }
  const packages = shippedPackages(lock).map(([path, { dev, ...locked }]) => [path, locked])
  const folder = mkdtempSync(join(tmpdir(), 'shipped-'))
  const write = (name: string, content: object): void => writeFileSync(join(folder, name), JSON.stringify(content))
  try {
    write('package.json', { ...manifest, dependencies })
    write('package-lock.json', { ...lock, packages: { '': root, ...Object.fromEntries(packages) } })
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
