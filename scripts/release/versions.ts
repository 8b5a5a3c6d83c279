import type { Lock } from './lock.ts'

/** Where the version of a release is written. */
export interface Versioned {
  readonly manifest: { readonly version: string }
  readonly lock: Lock
  readonly dockerfile: string
  readonly changelog: string
}

/** What disagrees with the version of `package.json`. */
export function versionProblems({ manifest: { version }, lock, dockerfile }: Versioned): string[] {
  const label = /image\.version="([^"]*)"/.exec(dockerfile)?.[1]
  const found = {
    'package-lock.json': lock.version,
    "its root's": lock.packages['']?.version,
    "the image's label": label,
  }
  return Object.entries(found)
    .filter(([, one]) => one !== version)
    .map(([place, one]) => `${place} says ${one}, package.json ${version}`)
}

/** What the changelog lacks: for a release its heading with nothing left above it, before one something unreleased. */
export function changelogProblems({ manifest: { version }, changelog }: Versioned, isRelease: boolean): string[] {
  const [, ...sections] = changelog.split(/^## /m)
  const unreleased = sections[0]?.startsWith('[Unreleased]') ? /^- /m.test(sections[0]) : false
  const heading = sections.find((section) => /^\[\d/.test(section))?.split('\n')[0] ?? 'no version'
  const isHeaded = heading.startsWith(`[${version}] - `) && /\d{4}-\d\d-\d\d$/.test(heading)
  if (!isRelease) return unreleased || isHeaded ? [] : ['CHANGELOG.md has nothing unreleased']
  return [
    ...(isHeaded ? [] : [`CHANGELOG.md begins with ${heading}, not with [${version}] and its date`]),
    ...(unreleased ? [`CHANGELOG.md has entries above [${version}]`] : []),
  ]
}
