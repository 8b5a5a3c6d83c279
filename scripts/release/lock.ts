import { readFileSync } from 'node:fs'

/** The entry of a package in a lock file. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly [other: string]: unknown
}

/** A lock file, as far as this project reads it. */
export interface Lock {
  readonly version: string
  readonly packages: Readonly<Record<string, LockedPackage>>
  readonly [other: string]: unknown
}

/** Reads a JSON file of the repository. */
export const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

/** Reads the lock file of the repository. */
export const readLock = (): Lock => readJson('package-lock.json')

/** Returns the production packages by path: no development packages, no workspaces. */
export const productionPackages = ({ packages }: Lock): readonly (readonly [string, LockedPackage])[] =>
  Object.entries(packages).filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link)
