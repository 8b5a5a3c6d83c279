import { readFileSync } from 'node:fs'

/** What a lock file tells of one package. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly [other: string]: unknown
}

/** A lock file, as far as it is read here. */
export interface Lock {
  readonly version: string
  readonly packages: Readonly<Record<string, LockedPackage>>
  readonly [other: string]: unknown
}

/** A JSON file of the repository. */
export const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

/** The lock file of the repository. */
export const readLock = (): Lock => readJson('package-lock.json')

/** What the server is installed with, by where it is installed: nothing for development, no workspace. */
export const productionPackages = ({ packages }: Lock): readonly (readonly [string, LockedPackage])[] =>
  Object.entries(packages).filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link)
