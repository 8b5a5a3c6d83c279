import { execFileSync } from 'node:child_process'
import { type Lock, shippedPackages } from './lock.ts'
import { withShippedManifest } from './shipped-manifest.ts'

/** Creates the CycloneDX bill of materials of the packages that users get, by `npm sbom`. */
export const sbom = (): string =>
  withShippedManifest((cwd) =>
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )

/** Returns the shipped packages that a bill of materials lacks. */
export function missingFrom(bill: string, lock: Lock): string[] {
  const { components }: { components: { purl: string }[] } = JSON.parse(bill)
  const named = new Set(components.map(({ purl }) => decodeURIComponent(purl)))
  return shippedPackages(lock)
    .map(([path, { name, version }]) => `pkg:npm/${name ?? path.replace(/^.*node_modules\//, '')}@${version}`)
    .filter((purl) => !named.has(purl))
}

if (import.meta.main) process.stdout.write(sbom())
