import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Lock, productionPackages, readJson, readLock } from './lock.ts'

/**
 * Creates the CycloneDX bill of materials of the production packages by `npm sbom`, with a lock file stripped of
 * development packages: `--omit dev` of npm 11 also omits packages that development shares, sixteen of eighty-four.
 */
export function sbom(): string {
  const { devDependencies, workspaces, overrides, scripts, ...manifest } = readJson('package.json')
  const lock = readLock()
  const root = { ...lock.packages[''], devDependencies: undefined, workspaces: undefined }
  const packages = { '': root, ...Object.fromEntries(productionPackages(lock)) }
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
    return execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Returns the production packages that a bill of materials lacks. */
export function missingFrom(bill: string, lock: Lock): string[] {
  const { components }: { components: { purl: string }[] } = JSON.parse(bill)
  const named = new Set(components.map(({ purl }) => decodeURIComponent(purl)))
  return productionPackages(lock)
    .map(([path, { version }]) => `pkg:npm/${path.replace(/^.*node_modules\//, '')}@${version}`)
    .filter((purl) => !named.has(purl))
}

if (import.meta.main) process.stdout.write(sbom())
