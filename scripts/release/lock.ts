import { readFileSync } from 'node:fs'

/** The entry of a package in a lock file. */
export interface LockedPackage {
  /** The package that stands in for the one of the path, by an override. */
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly [other: string]: unknown
}

/** A lock file, as far as this project reads it. */
export interface Lock {
  readonly version: string
  readonly packages: Readonly<Record<string, LockedPackage>>
  readonly [other: string]: unknown
}

/** A package by its path in a lock file. */
export type PackageAtPath = readonly [path: string, locked: LockedPackage]

/**
 * Development packages whose code, with that of what they depend on, is in the bundle: a user has them in `build/`, and
 * installs none of them.
 */
export const bundledPackages: readonly string[] = [
  '@fastify/accept-negotiator',
  '@modelcontextprotocol/server',
  'ajv',
  'ajv-formats',
  'eventsource-parser',
  'fast-check',
  'fastest-levenshtein',
  'fastify',
  'fastify-plugin',
  'fflate',
  'papaparse',
  'saxes',
  'swagger-ui-dist',
  'zod',
]

/** Reads a JSON file of the repository. */
export const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

/** Reads the lock file of the repository. */
export const readLock = (): Lock => readJson('package-lock.json')

/**
 * Returns the packages whose code a user gets, by path: those that are installed with the package and those in its
 * bundle; no other development packages, no workspaces.
 */
export function shippedPackages(lock: Lock): readonly PackageAtPath[] {
  const bundled = withDependencies(lock, bundledPackages)
  return Object.entries(lock.packages).filter(
    ([path, { dev, link }]) => path.startsWith('node_modules/') && !link && (!dev || bundled.has(path)),
  )
}

/** Returns the paths of packages of the root and of all that they depend on. */
function withDependencies({ packages }: Lock, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (name: string, from: string): void => {
    const path = pathOf(packages, name, from)
    if (path === undefined || found.has(path)) return
    found.add(path)
    const { dependencies = {}, peerDependencies = {} } = packages[path] ?? {}
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) add(needed, path)
  }
  for (const name of names) add(name, '')
  return found
}

/** Returns where Node.js finds a package from the folder of another: in its own `node_modules`, or the nearest above. */
function pathOf(packages: Lock['packages'], name: string, from: string): string | undefined {
  const path = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  if (path in packages) return path
  return from === '' ? undefined : pathOf(packages, name, folderAbove(from))
}

/** Returns the package within whose `node_modules` another is: `''` for the root. */
const folderAbove = (path: string): string => path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, '')
